/** The pictures of an institution: its rooms, and its logs day by day, each with its numbers in words. */
import { describeSeats, drawSeats } from '../../seats/drawing.js';
import type { Figures, InstitutionReport, Wording } from '../../types.js';
import { calendarChart, calendarCounts, calendarTable, MARKS, markIcon, markWords } from '../charts/calendar.js';
import { stockChart, stockTable } from '../charts/stock.js';
import type { ChartTable } from '../charts/svg.js';
import { temperatureChart, temperatureNote, temperatureTable } from '../charts/temperatures.js';
import { both, enumerated, html, Markup, NONE } from './markup.js';
import type { View } from './view.js';
import { PAGE_WORDS } from './words.js';

/** Returns the pictures of an institution, with headings of that level; nothing where there is nothing to draw. */
export function pictures({ figures }: InstitutionReport, view: View, prefix: string, level: 3 | 4): Markup {
  if (!figures) return NONE;
  const groups = [
    [PAGE_WORDS.calendar, calendars(figures, view, prefix)],
    [PAGE_WORDS.temperatures, temperatures(figures, view, prefix)],
    [PAGE_WORDS.stock, stock(figures, prefix)],
    [PAGE_WORDS.seats, rooms(figures)],
  ] as const;
  const drawn = groups.filter(([, group]) => group !== NONE);
  if (drawn.length === 0) return NONE;
  const heading = (title: Markup): Markup => (level === 3 ? html`<h3>${title}</h3>` : html`<h4>${title}</h4>`);
  return html`${drawn.map(([title, group]) => html`<div class="pictures">${heading(both(title))}${group}</div>\n`)}`;
}

function calendars({ calendars: all, period }: Figures, { kindTitle, isMany }: View, prefix: string): Markup {
  if (!period || all.length === 0) return NONE;
  // of many institutions only what there is something to see in
  const shown = isMany ? all.filter(({ days }) => /[wfg]/.test(days)) : all;
  const calm = all.filter((calendar) => !shown.includes(calendar));
  const legend = MARKS.map((mark) => html`<li>${new Markup(markIcon(mark))} ${both(markWords(mark))}</li>`);
  const drawn = shown.map((calendar) => {
    const chart = new Markup(calendarChart(calendar, period, `${prefix}calendar-${calendar.kind}`, isMany));
    const caption = html`<b>${both(kindTitle(calendar.kind))}</b> ${both(calendarCounts(calendar, period))}`;
    return figure(caption, chart, calendarTable(calendar, period), PAGE_WORDS.whichDays);
  });
  return html`${shown.length > 0 && html`<ul class="legend">${legend}</ul><div class="gallery small">${drawn}</div>`}${
    calm.length > 0 &&
    html`<p class="calm">${both(PAGE_WORDS.calmLogs, { count: calm.length })}${enumerated(calm.map(({ kind }) => kindTitle(kind)))}</p>`
  }`;
}

function temperatures({ temperatures: days, period }: Figures, { plan }: View, prefix: string): Markup {
  if (!period || days.length === 0) return NONE;
  const { fever } = plan.limits;
  const chart = new Markup(temperatureChart(days, period, fever, `${prefix}temperatures`));
  return html`<div class="gallery">${figure(both(temperatureNote()), chart, temperatureTable(days, fever))}</div>`;
}

function stock({ stock: items, period }: Figures, prefix: string): Markup {
  if (!period || items.length === 0) return NONE;
  const drawn = items.map((item, i) => {
    const caption = html`<b>${both(item.item)}</b>`;
    return figure(caption, new Markup(stockChart(item, period, `${prefix}stock-${i}`)), stockTable(item));
  });
  return html`<div class="gallery">${drawn}</div>`;
}

function rooms({ rooms: maps }: Figures): Markup {
  if (maps.length === 0) return NONE;
  return html`<div class="gallery">${maps.map((map) => figure(both(describeSeats(map)), new Markup(drawSeats(map))))}</div>`;
}

function figure(caption: Markup, picture: Markup, table?: ChartTable, title: Wording = PAGE_WORDS.numbers): Markup {
  return html`<figure><figcaption>${caption}</figcaption>${picture}${table && table.rows.length > 0 && numbers(table, title)}</figure>`;
}

/** What a chart shows as a table, folded. */
function numbers({ columns, rows }: ChartTable, title: Wording): Markup {
  const cell = (value: ChartTable['rows'][number][number]): Markup =>
    typeof value === 'object' ? both(value) : html`${value}`;
  return html`<details class="more"><summary>${both(title)}</summary><table class="plain"><thead><tr>${columns.map(
    (column) => html`<th scope="col">${both(column)}</th>`,
  )}</tr></thead><tbody>${rows.map(
    ([day = '', ...rest]) =>
      html`<tr><th scope="row">${cell(day)}</th>${rest.map((each) => html`<td>${cell(each)}</td>`)}</tr>`,
  )}</tbody></table></details>`;
}
