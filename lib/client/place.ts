import { Awareness } from 'y-protocols/awareness'
import { Doc } from 'yjs'

/** Where people are shown to each other: the awareness of a list's (empty) document. */
export interface Place {
  readonly doc: Doc
  readonly awareness: Awareness
}

/** Makes a place where nobody is yet. `client`: the id this tab has in it; by default one of its own. */
export function newPlace(client: number | null): Place {
  const doc = new Doc()
  if (client !== null) doc.clientID = client
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  return { doc, awareness }
}
