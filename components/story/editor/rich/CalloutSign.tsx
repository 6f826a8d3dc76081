import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Gavel, Info, Lightbulb, type LucideIcon, OctagonAlert, TriangleAlert } from 'lucide-react'
import { textsOf } from '#components/language/loaded.ts'
import { Menu, MenuChoices } from '#components/ui/Menu.tsx'
import { CALLOUT_KINDS, type CalloutKind, readCalloutKind } from '#lib/doc/calloutKinds.ts'

const ICONS: Readonly<Record<CalloutKind, LucideIcon>> = {
  note: Info,
  tip: Lightbulb,
  warning: TriangleAlert,
  danger: OctagonAlert,
  decision: Gavel,
}

/** The sign of a callout; pressed it offers the other kinds. By keyboard the block's menu does (Ctrl or Cmd with /). */
export function CalloutSign({
  editor,
  node,
  place,
  readOnly,
}: {
  readonly editor: Editor
  readonly node: Node
  readonly place: () => number | undefined
  readonly readOnly: boolean
}) {
  const t = textsOf('story')
  const kind = readCalloutKind(node.attrs.kind)
  const Icon = ICONS[kind]
  if (readOnly) return <Icon role="img" aria-label={t(`callout.${kind}`)} size={18} />
  return (
    <Menu
      returnFocusTo={() => editor.view.dom}
      trigger={
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('callout.change', { kind: t(`callout.${kind}`) })}
          title={t(`callout.${kind}`)}
          className="story-callout-button"
          onMouseDown={(event) => event.preventDefault()}
        >
          <Icon aria-hidden size={18} />
        </button>
      }
    >
      <CalloutChoices editor={editor} kind={kind} place={place} />
    </Menu>
  )
}

/** The kinds of a callout, as a part of a menu. */
export function CalloutChoices({
  editor,
  kind,
  place,
}: {
  readonly editor: Editor
  readonly kind: CalloutKind
  readonly place: () => number | undefined
}) {
  const t = textsOf('story')
  return (
    <MenuChoices
      heading={t('callout.kind')}
      value={kind}
      choices={CALLOUT_KINDS.map((value) => {
        const Icon = ICONS[value]
        return { value, label: t(`callout.${value}`), icon: <Icon aria-hidden size={16} /> }
      })}
      onChoose={(value) => {
        const pos = place()
        if (pos !== undefined)
          editor.view.dispatch(editor.state.tr.setNodeAttribute(pos, 'kind', value))
      }}
    />
  )
}
