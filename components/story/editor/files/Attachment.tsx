import { Download, FileText, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { pageLocale } from '#components/language/pageLanguage.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import { showToast } from '#components/ui/toasts.ts'
import { kindInName, readFileName, sizeInWords } from '#lib/files/names.ts'
import { fetchFile } from './fetchFile.ts'
import type { FileProps } from './FileViews.tsx'
import { removeFile } from './rows.ts'
import { UploadStanding } from './UploadStanding.tsx'
import { useTries, useUpload } from './useFile.ts'

/** A file to be fetched: its name, kind and size. What it is called is shown, never trusted. */
export function Attachment(props: FileProps) {
  const t = textsOf('story')
  const { editor, node, place, uploads, readOnly, addressOf } = props
  const file = typeof node.attrs.file === 'string' ? node.attrs.file : null
  const upload = useUpload(uploads, file)
  const { tries, isMissing, missed, found } = useTries()
  const [isFetching, setFetching] = useState(false)
  const name = readFileName(node.attrs.name)
  const preview = file === null ? null : uploads.preview(file)
  const address = preview ?? (file === null ? null : addressOf(file))
  useEffect(() => {
    if (preview !== null || address === null) return
    const asking = new AbortController()
    fetch(address, { method: 'HEAD', signal: asking.signal }).then(
      ({ ok }) => (ok ? found() : missed()),
      // Offline nothing is known of it.
      () => undefined,
    )
    return () => asking.abort()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asked once a try; what it found changes nothing of that
  }, [address, preview, tries])
  const download = async () => {
    setFetching(true)
    const outcome = await fetchFile(address ?? '', name)
    setFetching(false)
    if (outcome === 'absent') missed()
    if (outcome === 'unreachable')
      showToast({
        tone: 'danger',
        title: t('files.fetchOnline', { name }),
      })
  }
  const said = [kindInName(name), sizeOf(node.attrs.size)].filter((part) => part !== '')
  return (
    <div className="story-attachment">
      <FileText aria-hidden size={20} className="shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{name}</p>
        <p className="text-label text-muted">
          {isMissing || file === null ? t('files.notAvailable') : said.join(' · ')}
        </p>
        {upload && file !== null ? <UploadStanding {...props} upload={upload} file={file} /> : null}
      </div>
      {address === null || isMissing ? null : (
        <a
          href={address}
          download={name}
          aria-label={t('files.download', { name })}
          aria-busy={isFetching || undefined}
          onClick={(event) => {
            // What is here already the browser takes by itself.
            if (preview !== null) return
            event.preventDefault()
            if (!isFetching) void download()
          }}
          className="target inline-flex size-control-small shrink-0 items-center justify-center rounded-button text-muted hover:bg-hover hover:text-text"
        >
          <Download aria-hidden size={16} />
        </a>
      )}
      {readOnly ? null : (
        <IconButton
          label={t('files.removeOne', { name })}
          size="small"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            const pos = place()
            if (pos !== undefined) editor.view.dispatch(removeFile(editor.state, pos))
            editor.commands.focus()
          }}
        >
          <Trash2 aria-hidden size={16} />
        </IconButton>
      )}
    </div>
  )
}

function sizeOf(size: unknown): string {
  return typeof size === 'number' ? sizeInWords(size, pageLocale()) : ''
}
