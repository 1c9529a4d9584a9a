import { Button } from 'antd';
import { lazy } from 'react';
import { useSearchParams } from 'react-router';
import { useText, useWord } from '../i18n/use-text';
import { PopoverButton } from '../ui/popover-button';
import { Secondary } from '../ui/secondary';
import { useViews, type ViewedList } from './use-views';
import { addressOf, NO_VIEW, SAVED, showsJust } from './view-address';

const ViewMenu = lazy(() => import('./view-menu').then((file) => ({ default: file.ViewMenu })));

interface ViewsProps {
  list: ViewedList;
  /** What the list shows where its address says nothing of it. */
  stands: Readonly<Record<string, string>>;
}

/** Which view a list is seen under and why, the way back to all of it, and a menu of views that comes when it is first opened. */
export function Views({ list, stands }: ViewsProps) {
  const say = useText();
  const word = useWord();
  const [search, setSearch] = useSearchParams();
  const { data } = useViews(list);
  const shown = data?.data.find(({ id }) => id === search.get(SAVED));
  const all = () => setSearch(new URLSearchParams({ [SAVED]: NO_VIEW }));
  const changed = shown !== undefined && !showsJust(search, stands, shown);
  const name =
    shown === undefined ? say('views') : say(changed ? 'views.changed' : 'views.shown', { name: shown.name });
  return (
    <>
      <PopoverButton label={name} className="views-button" width={280}>
        {(close) => (
          <ViewMenu
            list={list}
            stands={stands}
            shown={shown}
            onGo={(view) => {
              close();
              if (view === undefined) all();
              else setSearch(addressOf(view));
            }}
          />
        )}
      </PopoverButton>
      {shown !== undefined && (
        <>
          {shown.id === data?.opensWith && (
            <Secondary>
              {shown.role === null
                ? say('views.ownDefault')
                : say('views.roleDefault', { role: word('role', shown.role) })}
            </Secondary>
          )}
          <Button type="link" size="small" onClick={all}>
            {say('views.all')}
          </Button>
        </>
      )}
    </>
  );
}
