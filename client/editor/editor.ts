import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete'
import {
  cursorCharLeft,
  cursorCharRight,
  defaultKeymap,
  history,
  historyKeymap,
  indentLess,
  indentMore,
  indentWithTab,
  redo,
  undo,
} from '@codemirror/commands'
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language'
import { Compartment, EditorState, Prec, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { look } from './theme.ts'
import type { Language } from '../../server/protocol/judgement.ts'

/** The document that is being written; `documentId` names it, so that each keeps its own undo history. */
export type Written = {
  readonly documentId: string
  readonly language: Language
  readonly source: string
  write(source: string): void
  /** How many characters arrived in one paste. */
  notePaste(length: number): void
}

/** What the page gives the editor, and hears from it. */
export type EditorWishes = {
  label: string
  describedBy: string
  onChange: (source: string) => void
  /** How many characters arrived in one paste. */
  onPaste: (length: number) => void
  onTry: () => void
  onSubmit: () => void
}

/** What the row of keys on phones can do. */
export const KEY_ACTIONS = {
  indent: indentMore,
  dedent: indentLess,
  undo,
  redo,
  left: cursorCharLeft,
  right: cursorCharRight,
}
export type KeyAction = keyof typeof KEY_ACTIONS

const INDENT: Record<Language, string> = { python: '    ', javascript: '  ', typescript: '  ' }

const grammars: Record<Language, () => Promise<Extension>> = {
  python: async () => (await import('@codemirror/lang-python')).python(),
  javascript: async () => (await import('@codemirror/lang-javascript')).javascript(),
  typescript: async () => (await import('@codemirror/lang-javascript')).javascript({ typescript: true }),
}

/**
 * A CodeMirror view that shows one document at a time and remembers each with its undo history. Tab indents; Escape,
 * then Tab leaves it (CodeMirror's own rule).
 */
export class CodeEditor {
  readonly view: EditorView
  #wishes: EditorWishes
  #states = new Map<string, EditorState>()
  #shown: string | undefined
  #grammar = new Compartment()
  #label = ''

  constructor(parent: HTMLElement, wishes: EditorWishes) {
    this.#wishes = wishes
    this.view = new EditorView({ parent })
  }

  /** Shows a document; `id` names it, `source` is what it holds if it is not remembered with the same text. */
  async show(id: string, source: string, language: Language, label: string): Promise<void> {
    const renamed = label !== this.#label
    this.#label = label
    if (this.#shown === id) {
      // Attributes are read again with each update.
      if (renamed) this.view.dispatch({})
      if (this.view.state.doc.toString() !== source) this.replace(source)
      return
    }
    if (this.#shown !== undefined) this.#states.set(this.#shown, this.view.state)
    this.#shown = id
    const known = this.#states.get(id)
    this.view.setState(known?.doc.toString() === source ? known : this.#begin(source, language))
    const grammar = await grammars[language]().catch(() => [])
    if (this.#shown === id) this.view.dispatch({ effects: this.#grammar.reconfigure(grammar) })
  }

  /** Puts other text in place of everything; one undo brings it back. */
  replace(source: string): void {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: source } })
  }

  insert(text: string): void {
    const { from, to } = this.view.state.selection.main
    // Through the input handlers, so that brackets close as when typed.
    const handled = this.view.state
      .facet(EditorView.inputHandler)
      .some((handle) => handle(this.view, from, to, text, () => this.view.state.update(this.#typed(text))))
    if (!handled) this.view.dispatch(this.#typed(text))
    this.view.focus()
  }

  press(action: KeyAction): void {
    KEY_ACTIONS[action](this.view)
    this.view.focus()
  }

  destroy(): void {
    this.view.destroy()
  }

  #typed(text: string) {
    return { ...this.view.state.replaceSelection(text), userEvent: 'input.type', scrollIntoView: true }
  }

  #begin(source: string, language: Language): EditorState {
    const { onTry, onSubmit, onChange, onPaste, describedBy } = this.#wishes
    const act = (action: () => void) => () => {
      action()
      return true
    }
    return EditorState.create({
      doc: source,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        bracketMatching(),
        closeBrackets(),
        indentOnInput(),
        EditorState.tabSize.of(4),
        indentUnit.of(INDENT[language]),
        EditorView.lineWrapping,
        Prec.highest(
          keymap.of([
            { key: 'Mod-Enter', run: act(onTry) },
            { key: 'Shift-Mod-Enter', run: act(onSubmit) },
          ]),
        ),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
        this.#grammar.of([]),
        EditorView.contentAttributes.of(() => ({
          'aria-label': this.#label,
          'aria-describedby': describedBy,
          autocapitalize: 'off',
          autocorrect: 'off',
          spellcheck: 'false',
        })),
        look,
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return
          for (const transaction of update.transactions) {
            if (!transaction.isUserEvent('input.paste')) continue
            transaction.changes.iterChanges((_a, _b, _c, _d, inserted) => onPaste(inserted.length))
          }
          onChange(update.state.doc.toString())
        }),
      ],
    })
  }
}
