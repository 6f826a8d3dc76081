import { textsOf } from '#components/language/loaded.ts'
import { standingsOf } from '#lib/doc/compare/sides.ts'
import type { Known } from '#lib/domain/history/known.ts'
import type { Content } from '#lib/schema/history.ts'
import { Added, Removed } from './Differing.tsx'
import { personText } from './writer.ts'

/** How a question stands, and how it stood where that differs. */
export function QuestionWords({
  question,
  known,
}: {
  readonly question: Content
  readonly known: Known
}) {
  const { stood, stands } = standingsOf(question)
  const [was, is] = [stood, stands].map((attrs) => attrs && questionInWords(attrs, known))
  if (was === is) return is ?? questionInWords(question.attrs ?? {}, known)
  return (
    <>
      {was === undefined ? null : <Removed>{was}</Removed>}
      {was === undefined || is === undefined ? null : ' '}
      {is === undefined ? null : <Added>{is}</Added>}
    </>
  )
}

function questionInWords(attrs: NonNullable<Content['attrs']>, known: Known): string {
  const { blocking, open, owner } = attrs
  const t = textsOf('history')
  const state = t(
    open === false
      ? 'standing.answered'
      : blocking === true
        ? 'standing.openBlocking'
        : 'standing.open',
  )
  return typeof owner === 'string'
    ? t('standing.for', { state, person: personText(known, owner) })
    : state
}
