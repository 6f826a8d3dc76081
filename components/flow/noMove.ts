import { textsOf } from '#components/language/loaded.ts'
import { stageName } from '#components/language/names.ts'
import type { Stage } from '#lib/domain/stage.ts'

/** Says why ST2 does not have a move: what is not possible, and the way that is. The domain's own sentence, in the page's language. */
export function explainNoMove(from: Stage, to: Stage): string {
  const t = textsOf('flow.noMove')
  if (from === to) return t('already', { stage: stageName(to) })
  if (from === 'wont-do' && to !== 'idea') return t('wont-do')
  const way = `${from}${to}` as 'ideaready'
  return t.has(way) ? t(way) : t('other', { from: stageName(from), to: stageName(to) })
}
