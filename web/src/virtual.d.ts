/** The brand as a stylesheet, made by the build. */
declare module 'virtual:brand.css';
declare module '@fontsource-variable/inter';
