import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { ComponentType } from 'react'
import { createPortal } from 'react-dom'
import { useReadable } from '#components/session/hooks.ts'
import type { Asks } from '../asks.ts'
import { CodeBar } from '../code/CodeBar.tsx'
import { QuestionStanding } from '../questions/QuestionStanding.tsx'
import { CalloutSign } from '../rich/CalloutSign.tsx'
import { SectionLabel } from '../sections/SectionLabel.tsx'
import type { Chrome, Chromes } from './chrome.ts'

export interface StructureProps {
  readonly editor: Editor
  readonly asks: Asks
  /** The id of whoever is at this screen. */
  readonly me: string
  readonly readOnly: boolean
}

/** Fills the places that the blocks keep for what is not text. */
export function StructureChrome({
  chromes,
  ...structure
}: StructureProps & { readonly chromes: Chromes }) {
  return useReadable(chromes).map((chrome) =>
    createPortal(<Filling chrome={chrome} {...structure} />, chrome.element, chrome.key),
  )
}

function Filling({ chrome, ...structure }: StructureProps & { readonly chrome: Chrome }) {
  const node = useReadable(chrome.node)
  const Shown: Shown = FILLINGS[node.type.name] ?? SectionLabel
  return <Shown node={node} place={chrome.place} {...structure} />
}

type Shown = ComponentType<StructureProps & { node: Node; place: () => number | undefined }>

/** What is drawn beside the words of a block; sections have their label. */
const FILLINGS: Readonly<Record<string, Shown>> = {
  question: QuestionStanding,
  callout: CalloutSign,
  codeBlock: CodeBar,
}
