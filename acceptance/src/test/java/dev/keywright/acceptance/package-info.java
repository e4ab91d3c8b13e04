/** What holds for the whole house: its arrows, and what users' own projects see of it. */
@NullMarked
package dev.keywright.acceptance;

import org.jspecify.annotations.NullMarked;
