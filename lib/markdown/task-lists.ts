import type { MarkdownIt } from 'markdown-it'

/**
 * Makes `- [ ] words` and `- [x] words` boxes, as GitHub does: a plugin of markdown-it.
 * The plugin from npm looks back through the whole list at every task, which takes a second for a long one.
 */
export function taskLists(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'task-lists', ({ tokens, Token }) => {
    const lists: typeof tokens = []
    for (const [index, token] of tokens.entries()) {
      if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') lists.push(token)
      if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close') lists.pop()
      const item = tokens[index - 2]
      const words = token.children?.[0]
      const box = /^\[([ xX])\] +/.exec(token.content)
      if (!box || item?.type !== 'list_item_open' || words?.type !== 'text') continue
      if (!words.content.startsWith(box[0])) continue
      words.content = words.content.slice(box[0].length)
      const input = new Token('html_inline', '', 0)
      input.content = `<input type="checkbox" disabled${box[1] === ' ' ? '' : ' checked'}> `
      token.children?.unshift(input)
      item.attrJoin('class', 'task-list-item')
      lists.at(-1)?.attrSet('class', 'contains-task-list')
    }
  })
}
