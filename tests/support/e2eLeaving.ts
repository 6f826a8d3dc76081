import { type Dialog, expect, type Page } from '@playwright/test'

/** Reloads as somebody does who is asked to stay while something is not on disk yet, stays, and tries again. */
export function reload(page: Page): Promise<void> {
  return leaving(page, () => page.reload({ timeout: 10_000 }))
}

/** Goes to another address in the same way. */
export function leaveFor(page: Page, url: string): Promise<void> {
  return leaving(page, () => page.goto(url, { timeout: 10_000 }))
}

async function leaving(page: Page, leave: () => Promise<unknown>): Promise<void> {
  const stay = (dialog: Dialog) => void dialog.dismiss()
  page.on('dialog', stay)
  await expect(async () => {
    await leave()
  }).toPass()
  page.off('dialog', stay)
}
