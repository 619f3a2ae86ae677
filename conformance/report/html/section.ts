import { html, type Markup } from './markup.js';

/** A part of the page with a heading. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** What it contains; a section with none is left out. */
  readonly count?: number;
  readonly content: Markup;
}

export function sectionMarkup({ id, title, count, content }: Section): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}${counted(count)}</h2>
${content}</section>`;
}

/** Links to the sections. */
export function navigation(sections: readonly Omit<Section, 'content'>[]): Markup {
  return html`<nav aria-label="Sections"><ul>${sections.map(
    ({ id, title, count }) =>
      html`<li><a href="#${id}" class="to-${id}"><span>${title}</span>${counted(count)}</a></li>`,
  )}</ul></nav>`;
}

function counted(count: number | undefined): Markup | false {
  return count !== undefined && html` <span class="count">${count}</span>`;
}
