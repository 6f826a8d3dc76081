import { useLayoutEffect } from 'react'
import { keepView, keptList } from '#components/shell/lastView.ts'
import { changeBoard, useRoute } from '#components/shell/location.ts'

/** Whoever comes to the refinement area by a bare address finds it as they left it: as a board or as a list. */
export function useKeptView(): void {
  const { workspace, route } = useRoute()
  useLayoutEffect(() => {
    const list = location.search === '' ? keptList(workspace) : null
    if (list) changeBoard({ list }, { replace: true })
    else if (route.page === 'refine' && route.list) keepView(workspace, route.list)
    // Only on the way in: what is chosen here is kept as it is chosen. A link to one story on a board chooses nothing.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [workspace])
}
