import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useWord } from '../i18n/use-text';
import { Secondary } from '../ui/secondary';
import { ChangeViewForm } from './change-view-form';
import { KeepViewForm } from './keep-view-form';
import { useViewWords } from './use-view-words';
import { type SavedView, useViews, type ViewedList } from './use-views';

interface ViewMenuProps {
  list: ViewedList;
  stands: Readonly<Record<string, string>>;
  shown: SavedView | undefined;
  /** Shows the list under a view, or all of it. */
  onGo: (view: SavedView | undefined) => void;
}

/** The views of a list to choose from, to change, and one more to keep. */
export function ViewMenu({ list, stands, shown, onGo }: ViewMenuProps) {
  const say = useViewWords();
  const word = useWord();
  const views = useViews(list).data?.data ?? [];
  const [changing, setChanging] = useState<string>();
  const changed = views.find(({ id }) => id === changing);
  if (changed !== undefined)
    return (
      <ChangeViewForm view={changed} stands={stands} onBack={() => setChanging(undefined)} onGo={onGo} />
    );
  const about = ({ role, isDefault }: SavedView) =>
    [
      role === null ? say('own') : say('sharedWith', { role: word('role', role) }),
      ...(isDefault ? [say('opens')] : []),
    ].join(' · ');
  return (
    <Flex vertical gap={10} className="view-menu">
      <h2 className="panel-title">{say('title')}</h2>
      {views.length === 0 && <Secondary>{say('none')}</Secondary>}
      <ul>
        {views.length > 0 && (
          <li>
            <Button type="text" size="small" onClick={() => onGo(undefined)}>
              {say('all')}
            </Button>
          </li>
        )}
        {views.map((view) => (
          <li key={view.id}>
            <Flex justify="space-between" align="center" gap={8}>
              <Flex vertical style={{ minWidth: 0 }}>
                <Button
                  type="text"
                  size="small"
                  className="view-name"
                  aria-current={view.id === shown?.id}
                  onClick={() => onGo(view)}
                >
                  {view.name}
                </Button>
                <Secondary className="view-about">{about(view)}</Secondary>
              </Flex>
              {view.changeable && (
                <Button
                  size="small"
                  aria-label={say('changeOf', { name: view.name })}
                  onClick={() => setChanging(view.id)}
                >
                  {say('change')}
                </Button>
              )}
            </Flex>
          </li>
        ))}
      </ul>
      <KeepViewForm list={list} stands={stands} onKept={onGo} />
    </Flex>
  );
}
