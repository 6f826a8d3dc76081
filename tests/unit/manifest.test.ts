import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { manifest } from '#components/shell/manifest.ts'
import { textsIn } from '#tests/support/texts.ts'

test('[OF4] the app has an icon for every device, each as large as it says', async () => {
  const { icons = [], shortcuts = [] } = manifest('en', textsIn('en', 'pages'))
  expect(icons.map(({ sizes, purpose }) => [sizes, purpose])).toEqual([
    ['any', undefined],
    ['192x192', undefined],
    ['512x512', undefined],
    ['512x512', 'maskable'],
  ])
  const all = [...icons, ...shortcuts.flatMap(({ icons: own = [] }) => own)]
  for (const { src, sizes, type } of all) {
    const bytes = await readFile(`public${src}`)
    if (type !== 'image/png') continue
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes)
  }
})

test('[OF4] shortcuts and what is shared stay inside the app, and name no workspace', () => {
  const {
    shortcuts = [],
    share_target: share,
    scope,
    start_url: start,
    display,
  } = manifest('en', textsIn('en', 'pages'))
  expect(shortcuts.map(({ name, url }) => [name, url])).toEqual([
    ['Capture an idea', '/go/capture'],
    ['Inbox', '/go/inbox'],
    ['Refinement', '/go/refine'],
  ])
  expect(share).toEqual({
    action: '/go/capture',
    method: 'GET',
    params: { title: 'title', text: 'text', url: 'url' },
  })
  expect([scope, start, display]).toEqual(['/', '/', 'standalone'])
})

test('[OF4] it is in the language of the page', () => {
  const { description, dir, lang, shortcuts = [] } = manifest('de', textsIn('de', 'pages'))
  expect([lang, dir]).toEqual(['de', 'ltr'])
  expect(description).toMatch(/^Wo ein Team Ideen/)
  expect(shortcuts.map(({ name }) => name)).toEqual([
    'Idee erfassen',
    'Posteingang',
    'Verfeinerung',
  ])
})
