import { describe, expect, it } from 'vitest'
import { textsByKey } from '#tests/support/texts.ts'
import { parseSource, readSources } from './source.ts'
import { CONVERTED, isConverted, leftBehind, unusedTexts } from './texts.ts'

/** Parts whose keys are names that the domain or the server gives (sections, checks, roles, codes), or read without a key. */
const NAMED = [
  'actions.groups',
  'actions.titles',
  'actions.words',
  'asks.fix',
  'asks.lacks',
  'board.empty',
  'entry.roles',
  'events',
  'history.changes',
  'inbox.notices',
  'inbox.why',
  'errors',
  'flow.noMove',
  'flow.undo',
  'overlays.wanted',
  'refusals',
  'settings.checks',
  'settings.nav',
  'settings.roleMeanings',
  'story.standing.gone',
  'ui.keys',
  'problems',
  'words.checks',
  'words.missing',
  'words.refusals',
  'words.sides',
  'words.stages',
]

describe('the tree', () => {
  const sources = readSources()

  it('what is spoken in every language holds no text, no locale and no side of its own', () => {
    expect(sources.filter(isConverted).flatMap(leftBehind)).toEqual([])
  })

  it('every part that is spoken in every language is there', () => {
    expect(CONVERTED.filter((part) => !sources.some(({ path }) => path.startsWith(part)))).toEqual(
      [],
    )
  })

  it('every text is shown somewhere', () => {
    const pages = sources.filter(({ path }) => /^(app|components)\//.test(path))
    // What is mailed is handed to these, part by part (server/language).
    const mails = sources
      .filter(({ path }) => path.startsWith('server/mail/'))
      .map((source) => ({ ...source, texts: [...source.texts, 'mail'] }))
    expect(unusedTexts(textsByKey('en').keys(), [...pages, ...mails], NAMED)).toEqual([])
  })
})

describe('the rules of texts', () => {
  const left = (code: string) => leftBehind(parseSource('components/a.tsx', code)).length

  it.each([
    ['text', 'const a = <p>Try again</p>'],
    ['one of two texts', "const a = <p>{busy ? 'Wait' : t('go')}</p>"],
    ['text beside a value', 'const a = <p>{`${count} stories`}</p>'],
    ['a label', '<Button aria-label="Close" />'],
    ['a title with a value', '<Row title={`Link for ${name}`} />'],
    ['a hint of two', "<Field hint={on ? t('on') : 'Off'} />"],
    ['a number as the English write it', "count.toLocaleString('en')"],
    ['a date as the English write it', "new Intl.DateTimeFormat('en-GB')"],
    ['a margin on the left', '<p className="flex md:ml-2" />'],
    ['a border on the right', "const wide = 'border-b border-r'"],
    ['text on the right', '<p className={`text-right ${more}`} />'],
  ])('%s is seen', (_, code) => {
    expect(left(code)).toBe(1)
  })

  it.each([
    ["const a = <p>{t('tryAgain')} · {name}</p>"],
    ['<Field label={t(`levels.${level}`)} name="email" />'],
    ['<p className="flex ms-2 border-e text-start inset-x-0" dir="ltr" />'],
    ["new Intl.DateTimeFormat(pageLocale(), { month: 'short' })"],
    ["const a = <p>{kind === 'open' ? t('open') : null}</p>"],
  ])('%s is fine', (code) => {
    expect(left(code)).toBe(0)
  })

  it('a text that nothing shows is seen, one by a template or from a part is not', () => {
    const files = [
      parseSource('components/a.ts', "const t = useTranslations('a.b'); t('c'); t(`d.${one}`)"),
      parseSource('components/b.ts', "const t = useTranslations('a'); t('e.f'); t('c')"),
    ]
    const keys = ['a.b.c', 'a.b.d.x', 'a.e.f', 'a.b.g', 'b.c', 'n.x']
    expect(unusedTexts(keys, files, ['n'])).toEqual(['a.b.g', 'b.c'])
  })
})
