import { expect, type Page } from './e2e.ts'
import { prose } from './e2eScreens.ts'

/** Makes a picture of the browser's own, so that it is one that browsers draw. */
export async function picture(
  page: Page,
  colour: string,
  [width, height]: readonly [number, number] = [800, 500],
): Promise<Buffer> {
  const data = await page.evaluate(
    ([fill, w, h]) => {
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width: w, height: h })
      const pen = canvas.getContext('2d')!
      pen.fillStyle = fill
      pen.fillRect(0, 0, w, h)
      pen.fillStyle = 'white'
      pen.font = 'bold 64px sans-serif'
      pen.fillText(`A mockup in ${fill}`, 40, 120)
      return canvas.toDataURL('image/png')
    },
    [colour, width, height] as const,
  )
  return Buffer.from(data.slice(data.indexOf(',') + 1), 'base64')
}

export interface Given {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

/** Pastes, or drops, files into the text as a browser would. */
export async function give(
  page: Page,
  how: 'paste' | 'drop',
  ...files: readonly Given[]
): Promise<void> {
  await prose(page).evaluate(
    (text, [kind, given]) => {
      const data = new DataTransfer()
      for (const { name, type, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        data.items.add(new File([bytes], name, { type }))
      }
      const { left, bottom } = text.lastElementChild!.getBoundingClientRect()
      const at = { clientX: left + 5, clientY: bottom - 5, bubbles: true, cancelable: true }
      text.dispatchEvent(
        kind === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
          : new DragEvent('drop', { dataTransfer: data, ...at }),
      )
    },
    [
      how,
      files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') })),
    ] as const,
  )
}

export const shown = (page: Page) => page.locator('.story-picture-frame > img')
export const bar = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: `Picture: ${name}` })

/** Waits until a picture is drawn, from wherever it came. */
export async function expectDrawn(page: Page, count = 1): Promise<void> {
  await expect(shown(page)).toHaveCount(count)
  await expect
    .poll(() =>
      shown(page).evaluateAll((all) =>
        all.every((one) => one instanceof HTMLImageElement && one.complete && one.naturalWidth > 0),
      ),
    )
    .toBe(true)
}
