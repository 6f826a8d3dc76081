'use client'

import { useDeferredValue, useMemo } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { useLocked } from '#components/actions/useLocked.ts'
import { useArea, useWorkspaceClient } from '#components/session/hooks.ts'
import { LockedNote } from '#components/ui/LockedNote.tsx'
import { Section } from '#components/ui/Section.tsx'
import type { AreaView } from '#lib/client/client.ts'
import { SaveBar } from '../SaveBar.tsx'
import { useKeptDraft } from '../useKeptDraft.ts'
import { whyNot } from '../whyNot.ts'
import { AgeingFields } from './AgeingFields.tsx'
import { CheckLevels } from './CheckLevels.tsx'
import { GateChoice } from './GateChoice.tsx'
import { JudgedOtherwiseList } from './JudgedOtherwiseList.tsx'
import { setPolicy } from './policyActions.ts'
import { isSamePolicy, mergeDrafts, type PolicyDraft, withDraft } from './policyDraft.ts'
import { previewOf } from './preview.ts'
import { usePreviewInWords } from './previewInWords.ts'

/**
 * The Definition of Ready: how the gate acts, what it asks for, and when a story has been somewhere for too long. What
 * another one would mean for the stories there are is shown before it is saved.
 */
export function ReadySettings() {
  const area = useArea()
  return area.phase === 'loading' ? null : <Editor area={area} />
}

function Editor({ area }: { readonly area: Extract<AreaView, { phase: 'ready' }> }) {
  const t = useTranslations('settings.ready')
  const inWords = usePreviewInWords()
  const client = useWorkspaceClient()
  const locked = useLocked('administer')
  const [draft, keep] = useKeptDraft(`policy:${client.workspaceId}`, isDraft)
  const { columns } = area
  const inForce = area.settings.policy
  const isLocked = locked !== null
  // What was begun while one was allowed to is kept, but not shown as if it held.
  const policy = useMemo(
    () => withDraft(inForce, (isLocked ? null : draft) ?? {}),
    [inForce, draft, isLocked],
  )
  const isChanged = !isSamePolicy(inForce, policy)
  // Thousands of stories are judged: the controls answer first.
  const judged = useDeferredValue(policy)
  const preview = useMemo(() => previewOf(columns, inForce, judged), [columns, inForce, judged])
  const change = (more: PolicyDraft) => {
    const next = mergeDrafts(draft ?? {}, more)
    keep(isSamePolicy(inForce, withDraft(inForce, next)) ? null : next)
  }
  const parts = { policy, locked: isLocked, onChange: change }
  return (
    <>
      <Section title={t('gate')} lead={t('gateLead')}>
        <LockedNote reason={locked} />
        <GateChoice {...parts} />
      </Section>
      <Section title={t('title')} lead={t('lead')}>
        <CheckLevels {...parts} />
        {isChanged ? null : <p className="mt-4 text-interface text-muted">{inWords(preview)}</p>}
      </Section>
      <Section title={t('age')} lead={t('ageLead')}>
        <AgeingFields {...parts} columns={columns} />
      </Section>
      {isChanged ? (
        <SaveBar
          problem={whyNot(client, { type: 'setPolicy', policy })}
          save={t('save')}
          onSave={() => {
            if (runAction(setPolicy, { client, policy }).ok) keep(null)
          }}
          onReset={() => keep(null)}
          below={<JudgedOtherwiseList changed={preview.changed} />}
        >
          <span className="font-medium">{t('unsaved')}</span> {inWords(preview)}
        </SaveBar>
      ) : null}
    </>
  )
}

function isDraft(kept: unknown): kept is PolicyDraft {
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept)
}
