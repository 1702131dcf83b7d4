import { type SVGTemplateResult, svg } from 'lit';

const icon = (path: SVGTemplateResult): SVGTemplateResult =>
  svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${path}</svg>`;

export const hash = icon(svg`<path d="M9 4 7 20M17 4l-2 16M4 9h16M4 15h16" />`);
export const at = icon(svg`<circle cx="12" cy="12" r="4" /><path d="M16 8v5a3 3 0 0 0 5 2v-3a9 9 0 1 0-4 7" />`);
export const thread = icon(svg`<path d="M4 4v8a4 4 0 0 0 4 4h12m-4-4 4 4-4 4" />`);
export const menu = icon(svg`<path d="M4 6h16M4 12h16M4 18h16" />`);
export const ball = icon(
  svg`<circle cx="12" cy="12" r="9" /><path d="m12 8 4 3-1.500 4.500h-5L8 11zM12 3v5m8.500 2L16 11m1 9-2.500-4.500M7 20l2.500-4.500M3.500 10 8 11" />`,
);
export const cross = icon(svg`<path d="m6 6 12 12M18 6 6 18" />`);
export const pin = icon(svg`<path d="m14 3 7 7-4 1-4 4-1 4-7-7 4-1 4-4zM8.500 15.500 3 21" />`);
export const eye = icon(svg`<path d="M2 12c5-8 15-8 20 0-5 8-15 8-20 0z" /><circle cx="12" cy="12" r="3" />`);
export const slash = icon(svg`<path d="M16 4 8 20" />`);
export const down = icon(svg`<path d="M12 5v14m-6-6 6 6 6-6" />`);
export const file = icon(svg`<path d="M6 3h8l5 5v13H6zM14 3v5h5" />`);
export const calendar = icon(svg`<path d="M4 6h16v15H4zM4 11h16M8 3v5m8-5v5" />`);
export const lock = icon(svg`<path d="M6 11h12v10H6zM8 11V8a4 4 0 0 1 8 0v3" />`);
