import { Button, Popover, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useText, useWord } from '../i18n/use-text';
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
  const [open, setOpen] = useState(false);
  const { data } = useViews(list);
  const shown = data?.data.find(({ id }) => id === search.get(SAVED));
  const go = (address: URLSearchParams) => {
    setOpen(false);
    setSearch(address);
  };
  const all = () => go(new URLSearchParams({ [SAVED]: NO_VIEW }));
  const changed = shown !== undefined && !showsJust(search, stands, shown);
  const name =
    shown === undefined ? say('views') : say(changed ? 'views.changed' : 'views.shown', { name: shown.name });
  const menu = (
    <Suspense fallback={<Skeleton active style={{ width: 280 }} />}>
      <ViewMenu
        list={list}
        stands={stands}
        shown={shown}
        onGo={(view) => (view === undefined ? all() : go(addressOf(view)))}
      />
    </Suspense>
  );
  return (
    <>
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomLeft"
        content={menu}
        destroyOnHidden
      >
        <Button aria-haspopup="dialog" aria-expanded={open} className="views-button">
          {name}
        </Button>
      </Popover>
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
