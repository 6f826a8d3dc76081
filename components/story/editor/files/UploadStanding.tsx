import { textsOf } from '#components/language/loaded.ts'
import { Button } from '#components/ui/Button.tsx'
import type { UploadState } from '#lib/client/uploads/uploads.ts'
import { readFileName } from '#lib/files/names.ts'
import type { FileProps } from './FileViews.tsx'
import { removeFile } from './rows.ts'
import { uploadSentence } from './uploadSentence.ts'

/** How far a file has got; where the server did not take it, why, and what can be done. */
export function UploadStanding({
  editor,
  node,
  place,
  uploads,
  upload,
  file,
}: FileProps & { readonly upload: UploadState; readonly file: string }) {
  const t = textsOf('story')
  const name = readFileName(node.attrs.name)
  switch (upload.phase) {
    case 'waiting':
      return <p className="story-upload">{t('files.kept')}</p>
    case 'sending':
      return (
        <p className="story-upload">
          <progress aria-label={t('files.sendingOne', { name })} max={1} value={upload.share} />
          {t('files.sending')} {Math.round(upload.share * 100)} %
        </p>
      )
    case 'failed': {
      const remove = () => {
        const pos = place()
        if (pos !== undefined) editor.view.dispatch(removeFile(editor.state, pos))
        void uploads.drop(file)
        editor.commands.focus()
      }
      return (
        <div role="alert" className="story-upload is-failed">
          <p>{uploadSentence(upload.problem)}</p>
          <span className="flex gap-2">
            <Button size="small" onClick={() => void uploads.retry(file)}>
              {t('files.again')}
            </Button>
            <Button size="small" onClick={remove}>
              {t('files.remove')}
            </Button>
          </span>
        </div>
      )
    }
  }
}
