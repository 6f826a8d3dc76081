import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Check, Plus } from 'lucide-react'
import { textsOf } from '#components/language/loaded.ts'
import { classes } from '#components/ui/classes.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import type { Section } from '#lib/doc/sectionNames.ts'
import { isBlank } from '../around.ts'
import { addToSection } from './add.ts'
import { SECTION_ICONS } from '#components/flow/sectionIcons.ts'

/** The label of a section, how much is in it, and what adds to it. */
export function SectionLabel({
  editor,
  node,
  place,
  me,
  readOnly,
}: {
  readonly editor: Editor
  readonly node: Node
  readonly place: () => number | undefined
  /** Who asks a question that is added. */
  readonly me: string
  readonly readOnly: boolean
}) {
  const t = textsOf('story')
  const kind = node.type.name as Section
  const Icon = SECTION_ICONS[kind]
  const add =
    kind === 'criteria'
      ? t('sectionOf.addCriterion')
      : kind === 'questions'
        ? t('sectionOf.addQuestion')
        : null
  return (
    <>
      <Icon aria-hidden size={16} className="shrink-0 text-subtle" />
      <span className="text-label font-medium tracking-[0.02em] text-muted uppercase">
        {t(`sections.${kind}`)}
      </span>
      <Count node={node} kind={kind} />
      <span className="flex-1" />
      {add && !readOnly ? (
        <IconButton
          label={add}
          size="small"
          tabIndex={-1}
          className="story-quiet"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => addToSection(editor.view, place(), me)}
        >
          <Plus aria-hidden size={16} />
        </IconButton>
      ) : null}
      {kind === 'design' ? (
        <NotNeeded
          isNotNeeded={node.attrs.needed === false}
          onToggle={readOnly ? null : () => toggleNeeded(editor, place())}
        />
      ) : null}
    </>
  )
}

function Count({ node, kind }: { readonly node: Node; readonly kind: Section }) {
  const t = textsOf('story')
  if (kind === 'criteria') {
    let criteria = 0
    node.descendants((child) => {
      if (child.type.name === 'criterion' && child.textContent.trim() !== '') criteria += 1
      return !child.isTextblock
    })
    return criteria > 0 ? <span className="text-label text-subtle">{criteria}</span> : null
  }
  if (kind !== 'questions') return null
  const asked = node.children.filter((question) => !isBlank(question))
  const open = asked.filter(({ attrs }) => attrs.open !== false)
  if (asked.length === 0) return null
  return (
    <span className="text-label text-subtle">
      {open.length === 0 ? t('sectionOf.allAnswered') : t('sectionOf.open', { count: open.length })}
    </span>
  )
}

function NotNeeded({
  isNotNeeded,
  onToggle,
}: {
  readonly isNotNeeded: boolean
  readonly onToggle: (() => void) | null
}) {
  const t = textsOf('story')
  if (!onToggle)
    return isNotNeeded ? (
      <span className="text-label text-muted">{t('fields.notNeeded')}</span>
    ) : null
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-pressed={isNotNeeded}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onToggle}
      className={classes('story-chip', isNotNeeded ? 'is-on' : 'story-quiet')}
    >
      {isNotNeeded ? <Check aria-hidden size={14} /> : null}
      {t('fields.notNeeded')}
    </button>
  )
}

function toggleNeeded({ view }: Editor, pos: number | undefined): void {
  const node = pos === undefined ? null : view.state.doc.nodeAt(pos)
  if (pos === undefined || !node) return
  view.dispatch(view.state.tr.setNodeAttribute(pos, 'needed', node.attrs.needed === false))
}
