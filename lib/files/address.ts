/** A file of a story. */
export interface FilePlace {
  readonly workspace: string
  readonly story: string
  readonly file: string
}

/** Gives the path at which a file is sent and fetched. */
export function fileAddress({ workspace, story, file }: FilePlace): string {
  const [inWorkspace, inStory] = [workspace, story].map(encodeURIComponent)
  return `/api/v1/workspaces/${inWorkspace}/stories/${inStory}/files/${encodeURIComponent(file)}`
}
