import { describe, expect, it } from 'vitest'
import { emptyNames, longFiles, loosePromises, silentSkips, switchedOffChecks } from './files.ts'
import { parseSource, readSources } from './source.ts'

const sources = readSources()
const file = (text: string, path = 'tests/unit/a.test.ts') => parseSource(path, text)

describe('the tree', () => {
  it('files are named after their subject', () => {
    expect(sources.flatMap(emptyNames)).toEqual([])
  })
  it('no file is longer than 400 lines', () => {
    expect(sources.flatMap(longFiles)).toEqual([])
  })
  it('no promise without an issue', () => {
    expect(sources.flatMap(loosePromises)).toEqual([])
  })
  it('no check is switched off', () => {
    expect(sources.flatMap(switchedOffChecks)).toEqual([])
  })
  it('no test is left out without a visible reason', () => {
    expect(sources.flatMap(silentSkips)).toEqual([])
  })
})

describe('the rules of files', () => {
  it('names that could be anything are seen, names that only contain such letters are not', () => {
    const named = (name: string) => emptyNames(file('', `lib/${name}`)).length
    expect(
      ['utils.ts', 'dateUtils.ts', 'SyncManager.ts', 'test-helper.ts', 'data.ts'].map(named),
    ).toEqual([1, 1, 1, 1, 1])
    expect(['sampleData.ts', 'utility.ts', 'manage.ts', 'database.ts'].map(named)).toEqual([
      0, 0, 0, 0,
    ])
  })
  it('401 lines are seen, 400 are not', () => {
    expect(
      [401, 400].map((lines) => longFiles(file('\n'.repeat(lines - 1) + 'export {}')).length),
    ).toEqual([1, 0])
  })
  it('a promise in a comment is seen; in a text, or with its issue, it is not', () => {
    const promises = (text: string) => loosePromises(file(text)).length
    expect(promises(`// ${'TO'}DO later`)).toBe(1)
    expect(promises(`/* ${'FIX'}ME */`)).toBe(1)
    expect(promises(`// ${'TO'}DO #12 later`)).toBe(0)
    expect(promises(`const a = '// ${'TO'}DO', b = \`// ${'TO'}DO\`, c = /\\/\\/ ${'TO'}DO/`)).toBe(
      0,
    )
  })
  it('a switched-off check is seen', () => {
    expect(switchedOffChecks(file(`// @ts-${'ignore'}\nlet a = 1`))).toHaveLength(1)
  })
  it.each([
    'it.only("a", () => {})',
    'describe.only("a", () => {})',
    'it.skip("a long enough name", () => {})',
    'it.skipIf(true)("a", () => {})',
  ])('is seen: %s', (code) => {
    expect(silentSkips(file(code))).toHaveLength(1)
  })
  it.each([
    'test.skip(noDatabase, "no Postgres answers")',
    'context.skip("no Postgres answers")',
    '// Needs a full disk, which only Linux can pretend.\ndescribe.skipIf(notLinux)("a", () => {})',
    'describe.skipIf(!onPostgres)("a", () => {})',
    'stream.skip = 3',
    'it("only", () => {})',
  ])('is fine: %s', (code) => {
    expect(silentSkips(file(code))).toEqual([])
  })
})
