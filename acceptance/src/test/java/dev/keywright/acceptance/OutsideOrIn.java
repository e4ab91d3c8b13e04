package dev.keywright.acceptance;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import java.util.List;

/** A class that is not ours at all, or stands in one of the named rooms. */
final class OutsideOrIn extends DescribedPredicate<JavaClass> {

    private final String room;
    private final List<String> rooms;

    OutsideOrIn(String room, List<String> rooms) {
        super("foreign, or in " + room + " or " + rooms);
        this.room = room;
        this.rooms = rooms;
    }

    @Override
    public boolean test(JavaClass type) {
        String name = type.getPackageName();
        return !name.startsWith("dev.keywright")
                || PackageMatcher.of(room).matches(name)
                || rooms.stream().anyMatch(each -> PackageMatcher.of(each).matches(name));
    }
}
