import type { Page } from '@playwright/test'

/** What only the code of the editor of stories has in it. */
export const EDITOR = 'aria-multiline'

/** Code that a page waits for. */
export interface HeldCode {
  /** Resolves once the page has asked for it. */
  readonly asked: Promise<void>
  /** Answers, now and from now on. */
  release(): void
  /** Answers what waits as a network that is gone. */
  refuse(): void
}

/**
 * Keeps the code that has certain words in it from a page until it is released, as on a slow line. The browser must do without
 * the app's worker, which would answer before the test can.
 */
export async function holdCode(page: Page, words: string): Promise<HeldCode> {
  const asked = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<void>()
  let isRefused = false
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    const response = await route.fetch()
    if (!(await response.text()).includes(words)) return route.fulfill({ response })
    asked.resolve()
    await answer.promise
    return isRefused ? route.abort() : route.fulfill({ response })
  })
  return {
    asked: asked.promise,
    release: () => {
      isRefused = false
      answer.resolve()
    },
    refuse: () => {
      isRefused = true
      answer.resolve()
    },
  }
}
