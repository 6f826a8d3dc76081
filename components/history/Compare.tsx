'use client'

import { ArrowRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Dialog } from '#components/ui/Dialog.tsx'
import { Field } from '#components/ui/Field.tsx'
import { Segmented } from '#components/ui/Segmented.tsx'
import { Select } from '#components/ui/Select.tsx'
import { Skeleton } from '#components/ui/Skeleton.tsx'
import { canonical } from '#lib/doc/compare/canonical.ts'
import type { Content, VersionText } from '#lib/schema/history.ts'
import { Comparison } from './Comparison.tsx'
import { Problem } from './Problem.tsx'
import { useFetched } from './useFetched.ts'
import type { VersionsModel } from './versionsModel.ts'
import { versionOption } from './versionWords.ts'
import { useSideBySide } from './useSideBySide.ts'

const NOW = 'now'

/** Any two versions, or a version and the text of now: what differs in words, blocks, criteria and questions. */
export function Compare({
  model,
  from: start,
  onClose,
}: {
  readonly model: VersionsModel
  readonly from: number
  readonly onClose: () => void
}) {
  const t = useTranslations('history')
  const { versions, known } = model
  const [from, setFrom] = useState(String(start))
  const [to, setTo] = useState(NOW)
  const hasRoom = useSideBySide()
  const [look, setLook] = useState<'side' | 'one'>('side')
  const options = versions.map((version) => ({
    value: String(version.seq),
    label: versionOption(version, known),
  }))
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('compareVersions')}
      size="full"
    >
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <div className="min-w-48 flex-1">
          <Field label={t('from')}>
            <Select value={from} options={options} onChange={setFrom} />
          </Field>
        </div>
        <ArrowRight
          aria-hidden
          size={16}
          className="mb-2 shrink-0 text-subtle max-sm:hidden rtl:-scale-x-100"
        />
        <div className="min-w-48 flex-1">
          <Field label={t('to')}>
            <Select
              value={to}
              options={[{ value: NOW, label: t('now') }, ...options]}
              onChange={setTo}
            />
          </Field>
        </div>
        {hasRoom ? (
          <Segmented
            label={t('look')}
            value={look}
            onChange={setLook}
            segments={[
              { value: 'side', label: t('sideBySide') },
              { value: 'one', label: t('inOne') },
            ]}
          />
        ) : null}
      </div>
      <Both
        // Another pair begins anew.
        key={`${from} ${to}`}
        // The text is looked at once it is the version again.
        model={{
          ...model,
          restoreAll(version, content) {
            model.restoreAll(version, content)
            onClose()
          },
        }}
        from={from}
        to={to}
        isSideBySide={hasRoom && look === 'side'}
      />
    </Dialog>
  )
}

function Both({
  model,
  from,
  to,
  isSideBySide,
}: {
  readonly model: VersionsModel
  readonly from: string
  readonly to: string
  readonly isSideBySide: boolean
}) {
  const t = useTranslations('history')
  const before = useContent(model, from)
  const after = useContent(model, to)
  if ('message' in before) return <Problem message={before.message} again={before.again} />
  if ('message' in after) return <Problem message={after.message} again={after.again} />
  if (!before.content || !after.content) {
    return (
      <div aria-busy className="mt-4 flex flex-col gap-2">
        <span className="sr-only">{t('loadingBoth')}</span>
        <Skeleton className="h-4 w-4/5" />
        <Skeleton className="h-4 w-3/5" />
        <Skeleton className="h-4 w-2/3" />
      </div>
    )
  }
  return (
    <Comparison
      model={model}
      before={before.content}
      after={after.content}
      version={to === NOW ? (model.versions.find(({ seq }) => String(seq) === from) ?? null) : null}
      isSideBySide={isSideBySide}
    />
  )
}

type Loaded =
  | { readonly content: readonly Content[] | null }
  | { readonly message: string; readonly again: () => void }

function useContent({ path, text }: VersionsModel, which: string): Loaded {
  const { fetched, reload } = useFetched<VersionText>(`${path}/${which}`, { wanted: which !== NOW })
  const raw =
    which === NOW
      ? text.phase === 'ready'
        ? text.content
        : null
      : fetched.phase === 'ready'
        ? fetched.value.content
        : null
  const content = useMemo(() => raw && canonical(raw), [raw])
  if (which !== NOW && fetched.phase === 'failed') {
    return { message: fetched.message, again: () => void reload() }
  }
  return { content }
}
