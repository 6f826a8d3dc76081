'use client'

import type { ReadyArea } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { STAGES } from '#lib/domain/stage.ts'
import { EmptyColumn } from '../EmptyColumn.tsx'

/** What the list says where it has nothing to show: how stories come here, or that the filter asks for others. */
export function NoRows({ area, columns }: { readonly area: ReadyArea; readonly columns: number }) {
  const isEmpty = STAGES.every((stage) => area.columns[stage].length === 0)
  return (
    <div role="rowgroup">
      <div role="row" aria-rowindex={2}>
        <div role="gridcell" aria-colspan={columns} className="p-4">
          {isEmpty ? (
            <EmptyColumn stage="idea" />
          ) : (
            <p className="rounded-card border border-dashed px-4 py-6 text-center text-label text-subtle">
              {textsOf('list')('nothing')}
            </p>
          )}
        </div>
      </div>
    </div>
  )
}
