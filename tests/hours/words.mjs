// Reads guichet's own words of opening hours back, in French and English, into what each line is about. It shares no code with what
// wrote them, and knows no other words: a line that it cannot read is a failure of the test.

const MONTHS = {
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};
const DAYS = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
const NTH = {
  fr: { 'le premier': 1, 'le deuxième': 2, 'le troisième': 3, 'le quatrième': 4, 'le cinquième': 5, 'le dernier': -1 },
  en: { 'the first': 1, 'the second': 2, 'the third': 3, 'the fourth': 4, 'the fifth': 5, 'the last': -1 },
};
const one = (names) => `(${Object.keys(names).length && !Array.isArray(names) ? Object.keys(names).join('|') : names.join('|')})`;

const PHRASES = {
  fr: {
    also: 'et aussi ', otherwise: 'sinon, ', closed: 'fermé', colon: ' : ',
    always: 'tous les jours, à toute heure', everyDay: 'tous les jours', allDay: '24 heures sur 24',
    publicHolidays: 'les jours fériés', schoolHolidays: 'pendant les vacances scolaires',
    odd: 'les semaines impaires', even: 'les semaines paires',
    date: (m) => String.raw`(\d+)(?:er)? ${m}(?: (\d{4}))?`, oneDate: 'le ', from: 'du ', to: ' au ',
    time: String.raw`(\d+) h(?: (\d\d))?`, span: ['de ', ' à '], openEnd: 'à partir de ', orLater: ' ou plus tard', nextDay: ' le lendemain',
    month: 'en ', months: '(?:de |d’)', monthsTo: ' à ', year: 'en ', years: ['de ', ' à '], yearsFrom: String.raw`à partir de (\d{4})`,
    day: 'le ', dayFrom: 'du ', dayTo: ' au ', nthEnd: ' du mois', nthStart: '', and: ' et ',
  },
  en: {
    also: 'and also ', otherwise: 'otherwise, ', closed: 'closed', colon: ': ',
    always: '24 hours a day, 7 days a week', everyDay: 'every day', allDay: '24 hours a day',
    publicHolidays: 'on public holidays', schoolHolidays: 'during school holidays',
    odd: 'in odd-numbered weeks', even: 'in even-numbered weeks',
    date: (m) => String.raw`(\d+) ${m}(?: (\d{4}))?`, oneDate: 'on ', from: 'from ', to: ' to ',
    time: String.raw`(\d+):(\d\d)`, span: ['', ' to '], openEnd: 'from ', orLater: ' or later', nextDay: ' the next day',
    month: 'in ', months: 'from ', monthsTo: ' to ', year: 'in ', years: ['from ', ' to '], yearsFrom: String.raw`from (\d{4}) on`,
    day: '', dayFrom: '', dayTo: ' to ', nthEnd: ' of the month', nthStart: 'on ', and: ' and ',
  },
};

class Line {
  constructor(text, language) {
    this.rest = text;
    this.p = PHRASES[language];
    this.months = MONTHS[language];
    this.days = DAYS[language];
    this.nth = NTH[language];
  }

  take(pattern) {
    const found = new RegExp('^' + pattern).exec(this.rest);
    if (found) this.rest = this.rest.slice(found[0].length);
    return found;
  }

  date(found, at) {
    return { day: +found[at], month: this.months.indexOf(found[at + 1]) + 1, year: found[at + 2] ? +found[at + 2] : undefined };
  }

  minutes(found, at) {
    return +found[at] * 60 + +(found[at + 1] ?? 0);
  }

  // One thing that a line speaks of; false where there is no more.
  item(line) {
    const { p } = this;
    const month = one(this.months), day = one(this.days);
    let f;
    if ((f = this.take(`${p.nthStart}((?:${one(this.nth)}(?:, |${p.and}| ))+)${day}${p.nthEnd}`))) {
      const which = f[1].trim().split(new RegExp(`, |${p.and}`)).map((nth) => this.nth[nth]);
      line.nth.push({ day: this.days.indexOf(f[3]), which });
    } else if ((f = this.take(p.openEnd + p.time + `(?!\\d)`))) {
      const from = this.minutes(f, 1);
      line.spans.push({ from, to: from, openEnd: true });
    } else if ((f = this.take(p.span[0] + p.time + p.span[1] + p.time + `(${p.nextDay})?(${p.orLater})?`))) {
      const from = this.minutes(f, 1), to = this.minutes(f, 3) + (f[5] ? 1440 : 0);
      line.spans.push({ from, to, openEnd: Boolean(f[6]) });
    } else if (this.take(p.allDay)) line.spans.push({ from: 0, to: 1440 });
    else if ((f = this.take(p.from + p.date(month) + p.to + p.date(month)))) line.dates.push({ from: this.date(f, 1), to: this.date(f, 4) });
    else if ((f = this.take(p.oneDate + p.date(month)))) line.dates.push({ from: this.date(f, 1), to: this.date(f, 1) });
    else if ((f = this.take(p.months + month + p.monthsTo + month))) line.dates.push({ months: [this.months.indexOf(f[1]) + 1, this.months.indexOf(f[2]) + 1] });
    else if ((f = this.take(p.month + month))) line.dates.push({ months: [this.months.indexOf(f[1]) + 1, this.months.indexOf(f[1]) + 1] });
    else if ((f = this.take(p.yearsFrom))) line.years.push([+f[1], Infinity]);
    else if ((f = this.take(p.years[0] + '(\\d{4})' + p.years[1] + '(\\d{4})'))) line.years.push([+f[1], +f[2]]);
    else if ((f = this.take(p.year + '(\\d{4})'))) line.years.push([+f[1], +f[1]]);
    else if (this.take(p.odd)) line.weeks.push(1);
    else if (this.take(p.even)) line.weeks.push(0);
    else if (this.take(p.publicHolidays)) line.publicHolidays = true;
    else if (this.take(p.schoolHolidays)) line.schoolHolidays = true;
    else if (this.take(p.everyDay)) line.everyDay = true;
    else if ((f = this.take(p.dayFrom + day + p.dayTo + day))) {
      for (let d = this.days.indexOf(f[1]); ; d = (d + 1) % 7) {
        line.week.add(d);
        if (d === this.days.indexOf(f[2])) break;
      }
    } else if ((f = this.take(p.day + day + '(?!\\w)'))) line.week.add(this.days.indexOf(f[1]));
    else return false;
    return true;
  }
}

// What the lines say, each on its own.
export function read(texts, language) {
  const p = PHRASES[language];
  const lines = [];
  for (const text of texts) {
    let first = true;
    const reader = new Line(text.replace(/[\u00a0\u202f]/g, ' '), language);
    while (reader.rest || first) {
      if (!first && !reader.take(', ')) throw new Error(`« ${reader.rest} » of « ${text} »`);
      first = false;
      const line = { about: 'open', open: true, years: [], dates: [], weeks: [], week: new Set(), nth: [], spans: [] };
      if (reader.take(p.also)) line.about = 'also';
      else if (reader.take(p.otherwise)) line.about = 'otherwise';
      if (reader.take(p.always)) line.spans.push({ from: 0, to: 1440 });
      else {
        if (reader.take(p.closed + '( (?!\\()|$|(?=, | \\())')) line.about = 'closed';
        let some = false;
        for (;;) {
          const before = reader.rest;
          if (some && !reader.take(`(, |${p.and}| )`)) break;
          if (line.about !== 'closed' && some && reader.rest.startsWith(p.closed)) { reader.rest = before; break; }
          if (!reader.item(line)) { reader.rest = before; break; }
          some = true;
        }
        line.some = some;
      }
      let f;
      if ((f = reader.take(` \\((.*?)\\)(?=, ${p.closed}|$)`))) line.comment = f[1];
      else if ((f = reader.take(`${p.colon}(.*?)(?=, ${p.closed}|$)`))) Object.assign(line, { comment: f[1], open: false });
      else if (line.some === false && line.about !== 'closed' && (f = reader.take(`(.+?)(?=, ${p.closed}|$)`))) Object.assign(line, { comment: f[1], open: false });
      lines.push(line);
    }
  }
  return lines;
}

const key = (line) => JSON.stringify([line.years, line.dates, line.weeks, line.publicHolidays, line.schoolHolidays]);
const weekly = (line) => line.about === 'open' && line.nth.length === 0;

function inPeriod(line, day) {
  const date = (d, year) => (year ? d.year * 10000 : 0) + d.month * 100 + d.day;
  const between = (from, to, at) => (from <= to ? from <= at && at <= to : from <= at || at <= to);
  return (
    (!line.years.length || line.years.some(([from, to]) => from <= day.year && day.year <= to)) &&
    (!line.dates.length || line.dates.some((d) => d.months
      ? between(d.months[0], d.months[1], day.month)
      : between(date(d.from, d.from.year), date(d.to, d.from.year), date(day, d.from.year)))) &&
    (!line.weeks.length || line.weeks.some((odd) => day.week % 2 === odd)) &&
    (!line.publicHolidays && !line.schoolHolidays || line.publicHolidays && day.publicHoliday || line.schoolHolidays && day.schoolHoliday)
  );
}

function onDay(line, day) {
  if (line.nth.length) {
    const start = Math.floor((day.day - 1) / 7) + 1, end = -(Math.floor((day.length - day.day) / 7) + 1);
    return line.nth.some(({ day: weekday, which }) => weekday === day.weekday && (which.includes(start) || which.includes(end)));
  }
  return line.week.size === 0 || line.week.has(day.weekday);
}

// The guess of opening_hours.js for what closes at no known time.
const guess = (from) => (from >= 22 * 60 ? from + 8 * 60 : from >= 17 * 60 ? from + 10 * 60 : 1440);

// What one finds at each minute of the days: a number for each state, as `states` numbers them.
export function minutes(lines, days, states) {
  const out = new Uint16Array(days.length * 1440);
  const spans = (line) => (line.spans.length ? line.spans : [{ from: 0, to: 1440 }]);
  const paint = (from, to, state, onlyClosed) => {
    if (!onlyClosed) out.fill(state, from, Math.min(to, out.length));
    else for (let at = from; at < Math.min(to, out.length); at++) if (out[at] === 0) out[at] = state;
  };
  const put = (line, index, onlyClosed) => {
    for (const span of spans(line)) {
      const start = index * 1440;
      const state = line.about === 'closed' ? 0 : states(line.open ? 'open' : 'unknown', line.comment);
      paint(start + span.from, start + span.to, state, onlyClosed);
      if (span.openEnd) paint(start + span.to, start + guess(span.to), states(line.comment ? 'unknown' : 'perhaps', line.comment), onlyClosed);
    }
  };
  days.forEach((day, index) => {
    let table = [];
    for (let at = 0; at < lines.length; at++) {
      const group = [lines[at]];
      while (weekly(lines[at]) && at + 1 < lines.length && weekly(lines[at + 1]) && key(lines[at]) === key(lines[at + 1])) group.push(lines[++at]);
      if (group[0].about !== 'open' || !inPeriod(group[0], day)) continue;
      const here = group.filter((line) => onDay(line, day));
      if (weekly(group[0]) || here.length) table = here;
    }
    for (const line of table) put(line, index);
    for (const line of lines) if (line.about === 'also' && inPeriod(line, day) && onDay(line, day)) put(line, index);
  });
  for (const about of ['closed', 'otherwise'])
    for (const line of lines)
      if (line.about === about) days.forEach((day, index) => inPeriod(line, day) && onDay(line, day) && put(line, index, about === 'otherwise'));
  return out;
}
