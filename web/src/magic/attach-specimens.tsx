import { useMutation } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { api } from '../api/client';
import type { components } from '../api/generated';
import { answerOf } from '../api/problem';
import { ProblemAlert } from '../ui/problem-alert';
import { Secondary } from '../ui/secondary';
import { useSay } from './use-magic';

type Specimen = components['schemas']['UploadDocument'];
type Holder = Omit<components['schemas']['DrawSpecimen'], 'kind'>;

interface AttachSpecimensProps {
  kinds: readonly string[];
  /** Whose papers; nothing while name and number are not typed. */
  holder: Holder | undefined;
  onFiles: (files: Readonly<Record<string, Omit<Specimen, 'kind'>>>) => void;
}

/** In test mode: papers in the name that was typed, which the sandbox's reader can read. */
export default function AttachSpecimens({ kinds, holder: of, onFiles }: AttachSpecimensProps) {
  const say = useSay();
  const draw = useMutation({
    mutationFn: async (whose: Holder) => {
      const drawn = await Promise.all(
        kinds.map(async (kind) =>
          answerOf(await api.POST('/v1/test/specimens', { body: { kind, ...whose } })),
        ),
      );
      return Object.fromEntries(drawn.map(({ kind, ...file }) => [kind, file]));
    },
    onSuccess: onFiles,
  });
  return (
    <Flex vertical gap={4}>
      <Button disabled={of === undefined} loading={draw.isPending} onClick={() => of && draw.mutate(of)}>
        {say('magic.specimens')}
      </Button>
      <Secondary>{say(of === undefined ? 'magic.specimensNeed' : 'magic.specimensHelp')}</Secondary>
      <ProblemAlert error={draw.error} />
    </Flex>
  );
}
