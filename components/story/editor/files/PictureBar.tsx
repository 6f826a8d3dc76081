import {
  Captions,
  Columns2,
  Maximize2,
  MessageSquarePlus,
  Rows2,
  Trash2,
  ZoomIn as Larger,
  ZoomOut as Smaller,
} from 'lucide-react'
import { useRef } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { classes } from '#components/ui/classes.ts'
import { WIDTHS } from '#lib/doc/files.ts'
import { readBlockId } from '#lib/doc/ids.ts'
import { Bar, BarButton, BarLine } from '../Bar.tsx'
import { useMayComment } from '../regions/usePart.ts'
import type { FileProps } from './FileViews.tsx'
import { neighbourOf, outOfRow, putBeside, removeFile } from './rows.ts'

/** What can be done with a picture, over its corner: while it is chosen, under the pointer, or reached by the keyboard. */
export function PictureBar({
  editor,
  place,
  readOnly,
  story,
  zoom,
  chosen,
  words,
  describing,
  onDescribe,
  node,
}: FileProps & {
  readonly chosen: boolean
  readonly words: string
  readonly describing: boolean
  readonly onDescribe: () => void
}) {
  const t = textsOf('story')
  const mayComment = useMayComment(story)
  const bar = useRef<HTMLDivElement>(null)
  const { state, view } = editor
  const pos = place()
  if (pos === undefined) return null
  const isInRow = state.doc.resolve(pos).parent.type.name === 'imageRow'
  const neighbour = readOnly ? null : neighbourOf(state, pos)
  const width = typeof node.attrs.width === 'number' ? node.attrs.width : 100
  const resize = (next: number) => {
    const tr = editor.state.tr.setNodeAttribute(pos, 'width', next)
    view.dispatch(tr.setSelection(editor.state.selection.map(tr.doc, tr.mapping)))
  }
  return (
    <Bar
      ref={bar}
      editor={editor}
      label={t('files.pictureOf', { words })}
      className={classes('story-picture-bar', chosen && 'is-shown')}
    >
      <BarButton label={t('files.zoom')} keys="Enter" onPress={() => zoom(place() ?? pos)}>
        <Maximize2 aria-hidden size={16} />
      </BarButton>
      {mayComment && readBlockId(node.attrs.id) !== null ? (
        <BarButton label={t('files.commentPart')} onPress={() => zoom(place() ?? pos, true)}>
          <MessageSquarePlus aria-hidden size={16} />
        </BarButton>
      ) : null}
      {readOnly ? null : (
        <>
          <BarButton label={t('files.describeGo')} pressed={describing} onPress={onDescribe}>
            <Captions aria-hidden size={16} />
          </BarButton>
          {isInRow ? (
            <BarButton
              label={t('files.outOfRow')}
              onPress={() => outOfRow(view, pos) && view.focus()}
            >
              <Rows2 aria-hidden size={16} />
            </BarButton>
          ) : (
            <>
              <BarButton
                label={t('files.smaller')}
                disabled={width <= WIDTHS[0]}
                onPress={() => resize(WIDTHS.findLast((one) => one < width) ?? width)}
              >
                <Smaller aria-hidden size={16} />
              </BarButton>
              <BarButton
                label={t('files.larger')}
                disabled={width >= 100}
                onPress={() => resize(WIDTHS.find((one) => one > width) ?? width)}
              >
                <Larger aria-hidden size={16} />
              </BarButton>
              {neighbour === null ? null : (
                <BarButton
                  label={t('files.beside')}
                  keys={neighbour < pos ? 'Alt+Shift+ArrowRight' : 'Alt+Shift+ArrowLeft'}
                  onPress={() => {
                    const side = neighbour < pos ? 'right' : 'left'
                    if (putBeside(view, pos, neighbour, side)) view.focus()
                  }}
                >
                  <Columns2 aria-hidden size={16} />
                </BarButton>
              )}
            </>
          )}
          <BarLine />
          <BarButton
            label={t('files.removePicture')}
            onPress={() => {
              view.dispatch(removeFile(editor.state, pos))
              view.focus()
            }}
          >
            <Trash2 aria-hidden size={16} />
          </BarButton>
        </>
      )}
    </Bar>
  )
}
