import type { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import type { Refusal } from '../domain/refusal.ts'
import { DENIALS, type Denial } from '../schema/syncToken.ts'
import type { RefusedCommand, StoryState } from './client.ts'
import type { EditRefusal, Notice, WhyGone } from './storyNotice.ts'

/** What the workspace knows about a story, as far as its prose is concerned. */
export interface Standing {
  /** The capture waits for the server, which has no document yet. Nobody else can have written. */
  readonly isCapturePending: boolean
  readonly refusedCapture: RefusedCommand | undefined
  /** Whether a list has it. `unknown`: some list is not loaded, or not up to date. */
  readonly isListed: 'yes' | 'no' | 'unknown'
  /** Why this person may not write in it, as far as this device can tell; null: they may, or it is not known. */
  readonly writing: Refusal | null
}

/** What is known of a story's document itself. */
export interface Known {
  /** This device has been asked. */
  readonly isLoaded: boolean
  /** This device or the server has said what is in it. */
  readonly isKnown: boolean
  /** A newer editor than this page's has written in it. */
  readonly isTooNew: boolean
  /** Why the server did not open it. */
  readonly denial: Denial | null
}

interface Facts extends Standing, Known {
  readonly doc: Doc
  readonly awareness: Awareness
  /** The server lacks something that was typed on this device. */
  readonly isUnsaved: boolean
  /** The server lets this person read only. */
  readonly isReadOnly: boolean
  /** The server did not take what was typed here. */
  readonly isWriteRefused: boolean
  /** The server's sentence about that. */
  readonly refusedEdit: EditRefusal | null
  /** The text could be changed here before. */
  readonly wasWritable: boolean
}

/** Gives what a view of a story shows. */
export function stateOf(facts: Facts): StoryState {
  const { doc, awareness, isUnsaved, isReadOnly, isWriteRefused, writing, denial } = facts
  const why = whyGone(facts)
  if (why !== null) return { phase: 'gone', why, unsaved: isUnsaved ? doc : null }
  if (!facts.isKnown || facts.isTooNew) return { phase: 'loading' }
  const readOnly = isReadOnly || isWriteRefused || writing !== null || denial !== null
  return { phase: 'ready', doc, awareness, readOnly, notice: noticeOf(facts) }
}

/** Gives why there is nothing to edit, or null. */
export function whyGone(facts: Standing & Known): WhyGone | null {
  const { refusedCapture, isListed, isCapturePending, isTooNew, isLoaded, denial } = facts
  if (isTooNew) return { code: 'tooNew' }
  if (refusedCapture) {
    const { title, refusal } = refusedCapture
    return { code: 'notCaptured', title, refusal }
  }
  if (isCapturePending) return null
  if (denial === DENIALS.notFound) return { code: 'notThere' }
  if (isListed === 'no' && isLoaded) return { code: 'inTrash' }
  return null
}

function noticeOf(facts: Facts): Notice | null {
  const { denial, isReadOnly, isWriteRefused, refusedEdit, writing, wasWritable, isUnsaved } = facts
  if (denial === DENIALS.editorTooOld) return { code: 'editorTooOld' }
  const isReader = isReadOnly || writing !== null
  if (!isReader && !isWriteRefused) return null
  // What was wrong with the edit itself, the server has said.
  if (!isReader && refusedEdit !== null) return { code: 'refusedEdit', edit: refusedEdit }
  const isLeft = isUnsaved && (isReadOnly || isWriteRefused)
  // Whoever only ever reads is told so where it says who may write: nothing has happened.
  if (writing && !wasWritable && !isLeft) return null
  return { code: 'mayOnlyRead', wasWritable, writing, isLeft }
}
