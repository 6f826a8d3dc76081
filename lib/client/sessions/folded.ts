import type { SessionItem } from '../../domain/sessions/items.ts'
import type { AgendaItem, Attendee, Note, Session, Topic } from '../../domain/sessions/session.ts'

/** Gives the session that the rows of its list amount to (`itemsOf` makes them); null while its state has not come. */
export function sessionOf(id: string, rows: ReadonlyMap<string, SessionItem>): Session | null {
  const state = rows.get('state')
  if (state?.is !== 'state') return null
  const agenda: { readonly place: number; readonly item: AgendaItem }[] = []
  const people: Record<string, Attendee> = {}
  const decisions: Note[] = []
  const topics: Topic[] = []
  for (const row of rows.values()) {
    switch (row.is) {
      case 'state':
        break
      case 'story': {
        const { id: _, is: __, place, ...item } = row
        agenda.push({ place, item })
        break
      }
      case 'person': {
        const { id: _, is: __, person, ...attendee } = row
        people[person] = attendee
        break
      }
      case 'decision': {
        const { is: _, ...note } = row
        decisions.push({ ...note, id: note.id.slice('decision:'.length) })
        break
      }
      case 'topic': {
        const { is: _, ...topic } = row
        topics.push({ ...topic, id: topic.id.slice('topic:'.length) })
      }
    }
  }
  const { id: _, is: __, ...rest } = state
  return {
    ...rest,
    id,
    agenda: agenda.sort((a, b) => a.place - b.place).map(({ item }) => item),
    people,
    decisions,
    topics,
  }
}
