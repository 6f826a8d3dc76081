'use client'

import { FileText, type LucideIcon, RotateCcw } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { SECTION_ICONS } from '#components/flow/sectionIcons.ts'
import { textsOf } from '#components/language/loaded.ts'
import { Button } from '#components/ui/Button.tsx'
import type { ChangeInWords } from '#lib/doc/compare/inWords.ts'
import { moveNamedBack } from '#lib/doc/compare/moveBack.ts'
import { restoreNamed, takeBackOf } from '#lib/doc/compare/restore.ts'
import type { Content, VersionEntry } from '#lib/schema/history.ts'
import { changeText } from './changeText.ts'
import { restoreVersion } from './versionActions.ts'
import type { VersionsModel } from './versionsModel.ts'
import { versionTitle } from './versionWords.ts'

const ICONS: Record<ChangeInWords['about'], LucideIcon> = {
  value: SECTION_ICONS.customerValue,
  criterion: SECTION_ICONS.criteria,
  question: SECTION_ICONS.questions,
  design: SECTION_ICONS.design,
  text: FileText,
}

/** What differs, object by object: "Criterion 3 changed". Each criterion and question can be put back by itself. */
export function Changes({
  model,
  changes,
  version,
  content,
}: {
  readonly model: VersionsModel
  readonly changes: readonly ChangeInWords[]
  /** The version whose text can be put back; null: none of the two. */
  readonly version: VersionEntry | null
  /** What it says. */
  readonly content: readonly Content[]
}) {
  const t = useTranslations('history')
  return (
    <section aria-label={t('different')} className="rounded-card border">
      <div className="flex flex-wrap items-center gap-2 border-b bg-sunken px-3 py-2">
        <h3 className="flex-1 text-label font-medium text-muted">{t('different')}</h3>
        {version ? (
          <Button
            size="small"
            icon={<RotateCcw aria-hidden size={14} />}
            disabled={model.refusal !== null}
            title={model.refusal ?? undefined}
            onClick={() => model.restoreAll(version, content)}
          >
            {t('restoreAll')}
          </Button>
        ) : null}
      </div>
      <ul className="divide-y">
        {changes.map((change, index) => (
          <Change
            key={index}
            model={model}
            change={change}
            restore={version && restoring(model, version, content, change)}
          />
        ))}
      </ul>
    </section>
  )
}

function Change({
  model,
  change: { about, said, words },
  restore,
}: {
  readonly model: VersionsModel
  readonly change: ChangeInWords
  readonly restore: (() => void) | null
}) {
  const t = useTranslations('history')
  const Icon = ICONS[about]
  const title = changeText(t, said)
  return (
    <li className="flex items-start gap-2.5 px-3 py-2">
      <Icon aria-hidden size={14} className="mt-0.75 shrink-0 text-subtle" />
      <p className="min-w-0 flex-1 text-interface wrap-anywhere">
        <span className="font-medium">{title}</span>
        {words === '' ? null : <span className="line-clamp-2 text-muted">{words}</span>}
      </p>
      {restore ? (
        <Button
          size="small"
          disabled={model.refusal !== null}
          title={model.refusal ?? undefined}
          aria-label={t('restoreNamed', { title })}
          onClick={restore}
        >
          {t('restore')}
        </Button>
      ) : null}
    </li>
  )
}

/** What is new has nothing to be put back to. */
function restoring(
  { place, text, refusal, known }: VersionsModel,
  version: VersionEntry,
  content: readonly Content[],
  { id, kind, about }: ChangeInWords,
): (() => void) | null {
  if (id === null || kind === 'new' || text.phase !== 'ready') return null
  const { doc } = text
  return () =>
    runAction(restoreVersion, {
      ...place,
      version: version.seq,
      block: id,
      refusal,
      said: textsOf('history')(kind === 'moved' ? 'said.movedBack' : 'said.putBack', {
        what: about,
        title: versionTitle(version, known),
      }),
      edit: () =>
        takeBackOf(doc, () => {
          if (kind === 'moved') moveNamedBack(doc, content, id)
          else restoreNamed(doc, content, id)
        }),
    })
}
