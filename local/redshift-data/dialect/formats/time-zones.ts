import { formNotEmulated } from '../../sql/redshift-error.ts';

/** Minutes east of UTC of the abbreviations, which never follow a local season. */
const abbreviations: Record<string, number> = {
  UTC: 0,
  GMT: 0,
  Z: 0,
  UCT: 0,
  ZULU: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  IST: 120,
  MSK: 180,
  PKT: 300,
  HKT: 480,
  SGT: 480,
  AWST: 480,
  JST: 540,
  KST: 540,
  ACST: 570,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  ART: -180,
  BRT: -180,
  AST: -240,
  EDT: -240,
  EST: -300,
  CDT: -300,
  CST: -360,
  MDT: -360,
  MST: -420,
  PDT: -420,
  PST: -480,
  AKDT: -480,
  AKST: -540,
  HST: -600,
};

/** `PST8`, `NEWZONE -2:15`: what is west of Greenwich is positive. With a second name (`PST8PDT`) it is a region. */
const posix = /^[A-Za-z_/]+\s*([+-]?)(\d{1,2})(?::?(\d{2}))?$/;

/** Minutes east of UTC of a zone that has one offset all year; undefined for a region such as `US/Pacific`. */
export const fixedOffset = (zone: string): number | undefined => {
  const known = abbreviations[zone.trim().toUpperCase()];
  if (known !== undefined) return known;
  const [, sign, hours, minutes = '0'] = posix.exec(zone.trim()) ?? [];
  if (hours === undefined) return undefined;
  const west = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? west : -west;
};

/** The engine's name of a zone, for AT TIME ZONE. */
export const engineZone = (zone: string): string => {
  const offset = fixedOffset(zone);
  if (offset === undefined) return zone;
  if (offset % 60 !== 0) throw formNotEmulated(`AT TIME ZONE '${zone}'`);
  return offset === 0 ? 'UTC' : `Etc/GMT${offset < 0 ? '+' : '-'}${Math.abs(offset) / 60}`;
};
