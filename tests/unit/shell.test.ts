import { describe, expect, it } from 'vitest'
import { nextPlace } from '#components/entry/nextPlace.ts'
import { deviceName } from '#components/settings/deviceName.ts'
import { formatPlace, parsePlace, type Place } from '#components/shell/routes.ts'
import { syncText } from '#components/shell/syncText.ts'
import { initials } from '#components/ui/initials.ts'
import { keyNames } from '#components/ui/keyNames.ts'
import { textsIn } from '#tests/support/texts.ts'
import type { SyncState } from '#lib/client/client.ts'

describe('addresses', () => {
  it.each<Place>([
    { workspace: 'w1', route: { page: 'refine', peek: null } },
    { workspace: 'w1', route: { page: 'refine', peek: 'ABC-42' } },
    { workspace: 'w1', route: { page: 'refine', peek: null, stage: 'ready' } },
    { workspace: 'ü & co', route: { page: 'story', key: 'ABC-1' } },
    { workspace: 'w1', route: { page: 'settings', section: 'people' } },
    { workspace: 'w1', route: { page: 'settings', section: 'teams', team: 'web & co' } },
    { workspace: 'w1', route: { page: 'refine', peek: null, stage: 'idea', capture: 'A & b' } },
    { workspace: 'w1', route: { page: 'refine', peek: null, stage: 'idea', capture: '' } },
    { workspace: 'w1', route: { page: 'themes' } },
    { workspace: 'w1', route: { page: 'theme', theme: 'growth' } },
    { workspace: 'w1', route: { page: 'plannings', team: 'web & co' } },
    { workspace: 'w1', route: { page: 'planning', team: 'web', session: 's/1' } },
    { workspace: 'w1', route: { page: 'planning', team: 'web', session: 's1', order: true } },
  ])('[UX18] %o is written and read back', (place) => {
    expect(parsePlace(new URL(formatPlace(place), 'http://sluice.test'))).toEqual(place)
  })

  it.each([
    ['/w/w1', 'refine'],
    ['/w/w1/', 'refine'],
    ['/w/w1/settings', 'settings'],
    ['/w/w1/settings/nonsense', 'unknown'],
    ['/w/w1/settings/people/ana', 'unknown'],
    ['/w/w1/settings/teams/web/more', 'unknown'],
    ['/w/w1/themes/growth/more', 'unknown'],
    ['/w/w1/nonsense', 'unknown'],
    ['/w/w1/s', 'unknown'],
    ['/w/w1/t', 'unknown'],
    ['/w/w1/t/web', 'unknown'],
    ['/w/w1/t/web/nonsense', 'unknown'],
    ['/w/w1/t/web/backlog/more', 'unknown'],
    ['/w/w1/t/web/plan/s1/more', 'unknown'],
    ['/w/w1/capture/more', 'unknown'],
    ['/w/w1/s/ABC-1/more', 'unknown'],
    ['/w/w1/s/%E0%A4%A', 'story'],
  ])('[UX18] %s is %s', (path, page) => {
    expect(parsePlace(new URL(path, 'http://sluice.test'))?.route.page).toBe(page)
  })

  it.each([
    [
      '?title=A+page&text=Worth%0Areading&url=https://a.test/',
      'A page – Worth reading – https://a.test/',
    ],
    ['?title=A+page&text=A+page+https://a.test/&url=https://a.test/', 'A page https://a.test/'],
    ['?title=Same&text=Same', 'Same'],
    ['?other=1', ''],
  ])('[OF4] what is shared as %s is captured as one line', (search, capture) => {
    const place = parsePlace(new URL(`/w/w1/capture${search}`, 'http://sluice.test'))
    expect(place?.route).toMatchObject({ page: 'refine', stage: 'idea', capture })
  })

  it('[UX18] nothing outside a workspace is read as one', () => {
    expect(parsePlace(new URL('/login', 'http://sluice.test'))).toBeNull()
    expect(parsePlace(new URL('/w', 'http://sluice.test'))).toBeNull()
  })
})

describe('after signing in', () => {
  const account = {
    user: { id: 'u', name: 'A', email: 'a@b.c' },
    workspaces: [{ id: 'w1', name: 'W' }],
  }
  const origin = 'https://sluice.test'

  it('one goes on where one was, or to the first workspace, or to where one is begun', () => {
    expect(nextPlace('/w/w2/s/ABC-1?x=1', account, origin)).toBe('/w/w2/s/ABC-1?x=1')
    expect(nextPlace(null, account, origin)).toBe('/w/w1/refine')
    expect(nextPlace(null, { ...account, workspaces: [] }, origin)).toBe('/new')
  })

  it.each(['https://evil.test/', '//evil.test', '/\\evil.test', 'javascript:alert(1)', 'w/w2'])(
    'an address like %s is not followed',
    (next) => {
      expect(nextPlace(next, account, origin)).toBe('/w/w1/refine')
    },
  )
})

describe('the state of sync', () => {
  const label = (sync: SyncState) => syncText(sync).label

  it('[UX12] says exactly how far the work has got', () => {
    expect(label({ kind: 'saved' })).toBe('Saved')
    expect(label({ kind: 'saving', count: 1 })).toBe('1 change on this device')
    expect(label({ kind: 'saving', count: 3 })).toBe('3 changes on this device')
    expect(label({ kind: 'offline', count: 0 })).toBe('Offline')
    expect(label({ kind: 'offline', count: 2 })).toBe('Offline · 2 changes on this device')
    expect(label({ kind: 'signed-out', count: 2 })).toBe('Signed out — sign in to send 2 changes')
    expect(label({ kind: 'access-changed', count: 0 })).toBe('Access changed')
    expect(label({ kind: 'stuck', count: 1 })).toBe('Text kept here only')
    expect(label({ kind: 'reload-needed', count: 0 })).toBe('Reload needed')
    expect(label({ kind: 'not-kept', count: 1 })).toBe('Not kept')
  })

  it('[UX12] only what is on the server is called saved', () => {
    const kinds = [
      'saving',
      'offline',
      'signed-out',
      'access-changed',
      'stuck',
      'reload-needed',
      'not-kept',
    ] as const
    for (const kind of kinds) expect(label({ kind, count: 1 })).not.toMatch(/saved/i)
  })
})

describe('small words', () => {
  it.each([
    ['Ana Lindqvist', 'AL'],
    ['Bo', 'B'],
    ['mary-jane.watson@example.com', 'MW'],
    ['李 小龍', '李小'],
    ['  ', '?'],
  ])('the initials of %s are %s', (name, expected) => {
    expect(initials(name)).toBe(expected)
  })

  it('keys are named as they are printed on the keyboard', () => {
    expect(keyNames('$mod+K', true)).toEqual([['⌘', 'K']])
    expect(keyNames('$mod+K', false)).toEqual([['Ctrl', 'K']])
    expect(keyNames('G R', false)).toEqual([['G'], ['R']])
  })

  it('devices are named as people call them', () => {
    const chrome =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36'
    const safari =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Safari/604.1'
    const t = textsIn('en', 'settings.devices')
    expect(deviceName(t, chrome)).toBe('Chrome on Windows')
    expect(deviceName(t, safari)).toBe('Safari on iPhone')
    expect(deviceName(t, 'curl/8.0')).toBe('curl/8.0')
    expect(deviceName(textsIn('de', 'settings.devices'), chrome)).toBe('Chrome auf Windows')
  })
})
