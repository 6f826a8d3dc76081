import { Archive, FileQuestion } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { Link } from '#components/shell/Link.tsx'
import { BOARD } from '#components/shell/routes.ts'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { EmptyState } from '#components/ui/EmptyState.tsx'

function Back() {
  const t = useTranslations('backlog')
  return (
    <Link to={BOARD} className={buttonClasses('primary')}>
      {t('empty.toRefinement')}
    </Link>
  )
}

/** A team that is not there and one that this person may not see look the same. */
export function NoBacklog() {
  const t = useTranslations('backlog')
  return (
    <EmptyState icon={<FileQuestion aria-hidden size={24} />} title={t('noTeam')} action={<Back />}>
      {t('noTeamMeans')}
    </EmptyState>
  )
}

export function ArchivedBacklog({ teamName }: { readonly teamName: string }) {
  const t = useTranslations('backlog')
  return (
    <EmptyState
      icon={<Archive aria-hidden size={24} />}
      title={t('archived', { team: teamName })}
      action={<Back />}
    >
      {t('archivedMeans')}
    </EmptyState>
  )
}
