import type { Page } from '@playwright/test'

/**
 * Counts which cards and rows React renders, with the hook that its developer tools use: the product knows nothing of it, and
 * what is counted hangs on no clock. Call before the page is opened.
 */
export async function watchRenders(page: Page): Promise<void> {
  await page.addInitScript(() => {
    interface Fiber {
      readonly alternate: Fiber | null
      readonly child: Fiber | null
      readonly sibling: Fiber | null
      readonly flags: number
      readonly memoizedProps: { readonly story?: { readonly id?: string } } | null
      readonly type: unknown
    }
    /** React's mark for a component that did its work in this commit. */
    const PERFORMED_WORK = 1
    const rendered: string[] = []
    const note = (fiber: Fiber) => {
      const story = fiber.memoizedProps?.story?.id
      const isCard = Object.hasOwn(fiber.memoizedProps ?? {}, 'entrance')
      if (story !== undefined && isCard && typeof fiber.type === 'function') rendered.push(story)
    }
    const enter = (fiber: Fiber) => {
      const before = fiber.alternate
      if (!before || (fiber.flags & PERFORMED_WORK) !== 0) note(fiber)
      // What was not looked at keeps its children as they were.
      if (before && before.child === fiber.child) return
      for (let child = fiber.child; child; child = child.sibling) enter(child)
    }
    Object.assign(window, {
      renderedCards: rendered,
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        isDisabled: false,
        renderers: new Map(),
        inject: () => 1,
        checkDCE: () => {},
        onCommitFiberUnmount: () => {},
        onPostCommitFiberRoot: () => {},
        onScheduleFiberRoot: () => {},
        onCommitFiberRoot: (_: number, root: { current: Fiber }) => enter(root.current),
      },
    })
  })
}

/** Gives the ids of the stories whose cards were rendered since it was last asked, each once for each time. */
export function rendersSince(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    (window as unknown as { renderedCards: string[] }).renderedCards.splice(0),
  )
}
