'use client'

import { RotateCcw } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { Button } from '#components/ui/Button.tsx'
import type { Row } from '#lib/doc/compare/blocks.ts'
import { moveBack } from '#lib/doc/compare/moveBack.ts'
import { restoreBlock, takeBackOf } from '#lib/doc/compare/restore.ts'
import type { Content, VersionEntry } from '#lib/schema/history.ts'
import { restoreVersion } from './versionActions.ts'
import type { VersionsModel } from './versionsModel.ts'

/** These are put back criterion by criterion, question by question. */
const WITH_NAMED = new Set(['criteria', 'questions'])

/** Puts one block back to what the version says, or to where it was; nothing for what did not change. */
export function RestoreBlock({
  model,
  version,
  content,
  row,
}: {
  readonly model: VersionsModel
  readonly version: VersionEntry
  /** What the version says. */
  readonly content: readonly Content[]
  readonly row: Row
}) {
  const t = useTranslations('history')
  const { text, place, refusal } = model
  if (row.kind === 'same' || text.phase !== 'ready' || refusal !== null) return null
  const [was, is] = sidesIn(row)
  const isMoved = row.kind !== 'changed' && row.move !== null
  // What moved is shown twice: it is moved back from where it is now.
  if (isMoved && is === null) return null
  if (!isMoved && WITH_NAMED.has((was ?? is)?.type ?? '')) return null
  const { doc } = text
  const edit = () => {
    let isDone = false
    const back = takeBackOf(doc, () => {
      isDone = isMoved && is ? moveBack(doc, content, is) : restoreBlock(doc, content, { was, is })
    })
    return isDone ? back : null
  }
  return (
    <Button
      size="small"
      look="quiet"
      icon={<RotateCcw aria-hidden size={14} />}
      onClick={() =>
        runAction(restoreVersion, {
          ...place,
          version: version.seq,
          block: null,
          refusal,
          said: isMoved ? t('blockMoved') : t('blockRestored'),
          edit,
        })
      }
    >
      {isMoved ? t('moveBack') : was === null ? t('takeOut') : t('restoreBlock')}
    </Button>
  )
}

/** The row compares the version with now. */
function sidesIn(row: Exclude<Row, { kind: 'same' }>): [Content | null, Content | null] {
  if (row.kind === 'changed') return [row.before, row.after]
  return row.kind === 'removed' ? [row.node, null] : [null, row.node]
}
