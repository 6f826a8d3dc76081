'use client'

import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { useActions } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useBehind } from '#components/ui/useBehind.ts'
import { KeyListener } from '#components/actions/KeyListener.tsx'
import { BottomBar } from './BottomBar.tsx'
import { useRoute } from './location.ts'
import { Overlays } from './Overlays.tsx'
import { PageBarSlot } from './PageBar.tsx'
import { shellActions } from './shellActions.ts'
import { Sidebar } from './Sidebar.tsx'
import { TopBar } from './TopBar.tsx'
import { loadViews } from './views/loading.ts'

/** The board does not wait for them; where they do not come, the corner of the screen still tells how things stand. */
const Banners = lazy<() => ReactNode>(() =>
  import('./Banners.tsx').catch(() => ({ default: () => null })),
)

// Apart from the shell, which need not be drawn anew with every change of a story, and behind the first picture.
const TabTitle = lazy<() => ReactNode>(() =>
  import('./TabTitle.tsx').catch(() => ({ default: () => null })),
)

/** What stays while pages change: sidebar, bar, banners, and what is laid over them. Only inside `WorkspaceProvider`. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  const main = useRef<HTMLElement>(null)
  useFocusOnPage(main)
  useActions(shellActions, undefined, { layer: 'app' })
  const views = useBehind(loadViews)
  return (
    <div className="relative flex h-dvh min-h-0 flex-col overflow-clip">
      <a
        href="#main"
        className="absolute -top-20 start-2 z-50 rounded-button border bg-surface px-3 py-2 focus:top-2"
      >
        {textsOf('shell')('skip')}
      </a>
      <div className="flex min-h-0 flex-1">
        <Sidebar />
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <TopBar slot={setSlot} />
          <Suspense fallback={null}>
            <Banners />
          </Suspense>
          {views ? <views.ViewStrip /> : null}
          <main
            ref={main}
            id="main"
            tabIndex={-1}
            className="flex min-h-0 flex-1 flex-col outline-none"
          >
            <PageBarSlot value={slot}>{children}</PageBarSlot>
          </main>
        </div>
      </div>
      <BottomBar />
      <KeyListener />
      <Suspense fallback={null}>
        <TabTitle />
      </Suspense>
      <Overlays />
    </div>
  )
}

/** After going to another page, the focus is on it, unless the page has taken it somewhere itself. */
function useFocusOnPage(main: React.RefObject<HTMLElement | null>): void {
  const { route } = useRoute()
  const before = useRef(route.page)
  useEffect(() => {
    if (before.current === route.page) return
    before.current = route.page
    if (!main.current?.contains(document.activeElement))
      main.current?.focus({ preventScroll: true })
  }, [route.page, main])
}
