// Days as the interface writes them.

const WEEKDAYS = ["日", "一", "二", "三", "四", "五", "六"];

/** `2026-11-23` as `2026年11月23日（周一）`. */
export function longDay(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()];
  return `${year}年${month}月${date}日（周${weekday}）`;
}

/** `2026-11-23T10:05` as `2026年11月23日（周一）10:05`. */
export function longStamp(at: string): string {
  return `${longDay(at.slice(0, 10))}${at.slice(11)}`;
}
