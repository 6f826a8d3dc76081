'use client'

import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#components/ui/Button.tsx'
import { compareBlocks, isSame, type Row } from '#lib/doc/compare/blocks.ts'
import { changesInWords } from '#lib/doc/compare/inWords.ts'
import { sideOf } from '#lib/doc/compare/sides.ts'
import type { Content, VersionEntry } from '#lib/schema/history.ts'
import { Changes } from './Changes.tsx'
import { foldsOf } from './folds.ts'
import { ReadContent } from './ReadContent.tsx'
import { RestoreBlock } from './RestoreBlock.tsx'
import type { VersionsModel } from './versionsModel.ts'
import { personText } from './writer.ts'

/** Two texts that are there: what differs, in a few lines and in the text itself. */
export function Comparison({
  model,
  before,
  after,
  version,
  isSideBySide,
}: {
  readonly model: VersionsModel
  readonly before: readonly Content[]
  readonly after: readonly Content[]
  /** The version whose text can be put back: what it is compared with is the text of now. */
  readonly version: VersionEntry | null
  readonly isSideBySide: boolean
}) {
  const t = useTranslations('history')
  // A long text is compared when nothing more urgent is to be drawn: somebody may be typing.
  const [was, is] = [useDeferredValue(before), useDeferredValue(after)]
  const rows = useMemo(() => compareBlocks(was, is), [was, is])
  const changes = useMemo(
    () => changesInWords(was, is, rows, (id) => personText(model.known, id)),
    [was, is, rows, model.known],
  )
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set<number>())
  if (isSame(rows)) {
    return <p className="py-6 text-interface text-muted">{t('same')}</p>
  }
  return (
    <div className="mt-4 flex flex-col gap-4">
      <Changes model={model} changes={changes} version={version} content={was} />
      <div className="flex flex-col gap-2">
        {isSideBySide ? (
          <div className="grid grid-cols-2 gap-6 text-label font-medium text-muted">
            <span>{t('before')}</span>
            <span>{t('after')}</span>
          </div>
        ) : null}
        {foldsOf(rows).map((fold) =>
          fold.kind === 'same' && !unfolded.has(fold.at) ? (
            <Button
              key={fold.at}
              size="small"
              look="quiet"
              className="self-start"
              onClick={() => setUnfolded(new Set([...unfolded, fold.at]))}
            >
              {t('unchangedBlocks', { count: fold.rows.length })}
            </Button>
          ) : (
            fold.rows.map((row, index) => (
              <RowShown
                key={fold.at + index}
                model={model}
                row={row}
                version={version}
                content={was}
                isSideBySide={isSideBySide}
              />
            ))
          ),
        )}
      </div>
    </div>
  )
}

function RowShown({
  model,
  row,
  version,
  content,
  isSideBySide,
}: {
  readonly model: VersionsModel
  readonly row: Row
  readonly version: VersionEntry | null
  readonly content: readonly Content[]
  readonly isSideBySide: boolean
}) {
  const restore =
    version === null ? null : (
      <RestoreBlock model={model} version={version} content={content} row={row} />
    )
  if (!isSideBySide) {
    return (
      <div>
        <ReadContent content={sideOf([row], 'both')} known={model.known} />
        {restore}
      </div>
    )
  }
  return (
    <div className="grid grid-cols-2 gap-6">
      <div className="min-w-0">
        <ReadContent content={sideOf([row], 'before')} known={model.known} />
        {row.kind === 'added' ? null : restore}
      </div>
      <div className="min-w-0">
        <ReadContent content={sideOf([row], 'after')} known={model.known} />
        {row.kind === 'added' ? restore : null}
      </div>
    </div>
  )
}
