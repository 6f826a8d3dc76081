import { describe, expect, it } from 'vitest'
import { parseSource, readSources, type Source } from './source.ts'

/** The one place that knows how browsers tell of an input method's keys. */
const KNOWS = 'components/ui/composing.ts'

/** Enter and Escape where nothing is typed: something is dragged, a button of the text is pressed, what a field's keys say is only watched. */
const NOTHING_TYPED = new Set([
  'components/ui/reorder/dragRows.ts',
  'components/cards/drag/useDrag.ts',
  'components/story/editor/structure/drag.ts',
  'components/story/editor/names/mentionViews.ts',
  'components/actions/stillTyping.ts',
  'components/discussion/useMentioning.ts',
  'components/actions/typeAhead.ts',
  'components/story/useFollowing.ts',
])

const asksTheBrowser = ({ path, text }: Source) =>
  path.startsWith('components/') &&
  path !== KNOWS &&
  /\w\.(isComposing|keyCode)\b|\b229\b/.test(text)

/** An input method uses Enter and Escape for itself: whoever listens for them asks whose they are. */
const takesItsKeys = ({ path, text, imports }: Source) =>
  path.startsWith('components/') &&
  !NOTHING_TYPED.has(path) &&
  /\.key\)? [!=]== '(Enter|Escape)'/.test(text) &&
  !imports.some(({ file }) => file === KNOWS)

const pathsOf = (wrong: (source: Source) => boolean) =>
  readSources()
    .filter(wrong)
    .map(({ path }) => path)

describe('[UX7] the keys of an input method', () => {
  it('are told apart from a person’s own in one place', () => {
    expect(pathsOf(asksTheBrowser)).toEqual([])
  })
  it('are asked for wherever Enter or Escape means something', () => {
    expect(pathsOf(takesItsKeys)).toEqual([])
  })
  it('are found where they are not', () => {
    const takes = parseSource('components/a/A.tsx', "if (event.key === 'Enter') send()")
    const asks = parseSource('components/a/A.tsx', 'if (event.nativeEvent.isComposing) stop()')
    expect([takesItsKeys(takes), asksTheBrowser(takes)]).toEqual([true, false])
    expect([takesItsKeys(asks), asksTheBrowser(asks)]).toEqual([false, true])
  })
})
