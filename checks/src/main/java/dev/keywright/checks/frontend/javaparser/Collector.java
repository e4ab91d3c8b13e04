package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.type.TypeParameter;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Declared classes → {@link SourceClass}: what other files must know of them, members that the language adds included. */
final class Collector {

    private static final TypeRef ENUM = TypeRef.of("java.lang.Enum");
    private static final TypeRef RECORD = TypeRef.of("java.lang.Record");
    private static final TypeRef ANNOTATION = TypeRef.of("java.lang.annotation.Annotation");

    private final Classes classes;

    Collector(Classes classes) {
        this.classes = classes;
    }

    /** Declares a class and its member classes; the name is qualified. */
    SourceClass declare(TypeDeclaration<?> type, String name, TypeScope outer) {
        SourceClass made = new SourceClass(
                name, isInterface(type), outer, TypeSyntax.parameters(typeParameters(type)), supertypes(type, name));
        if (type instanceof EnumDeclaration declaration) {
            enumMembers(made, declaration, name);
        } else if (type instanceof RecordDeclaration declaration) {
            for (Parameter component : declaration.getParameters()) {
                made.add(new SourceClass.Field(component.getNameAsString(), type(component), false, null));
            }
        }
        members(made, type.getMembers(), isInterface(type));
        if (type instanceof RecordDeclaration declaration) {
            recordMembers(made, declaration);
        } else if (!made.isInterface() && !hasConstructor(type)) {
            Lombok.constructors(type, made, outer.file()).forEach(made::add);
        }
        Lombok.addMembers(type, made, outer.file());
        classes.add(made);
        return made;
    }

    /** @param parent the class or interface that is named, already resolved */
    SourceClass declareAnonymous(NodeList<BodyDeclaration<?>> body, String name, TypeRef parent, TypeScope outer) {
        SourceClass made = new SourceClass(name, false, outer, Map.of(), List.of(parent));
        members(made, body, false);
        classes.add(made);
        return made;
    }

    private void members(SourceClass made, NodeList<BodyDeclaration<?>> members, boolean isInterface) {
        for (BodyDeclaration<?> member : members) {
            if (member instanceof FieldDeclaration field) {
                boolean isStatic = isInterface || field.isStatic();
                boolean isFinal = isInterface || field.isFinal();
                for (VariableDeclarator variable : field.getVariables()) {
                    ConstantSyntax constant = isFinal
                                    && variable.getInitializer().isPresent()
                            ? ConstantSyntax.of(variable.getInitializer().get())
                            : null;
                    made.add(new SourceClass.Field(
                            variable.getNameAsString(), TypeSyntax.of(variable.getType()), isStatic, constant));
                }
            } else if (member instanceof MethodDeclaration method) {
                method(made, method, isInterface);
            } else if (member instanceof ConstructorDeclaration constructor) {
                made.add(new SourceClass.Method(
                        "<init>",
                        TypeSyntax.parameters(constructor.getTypeParameters()),
                        parameters(constructor.getParameters()),
                        TypeRef.VOID,
                        false,
                        false,
                        isVarargs(constructor.getParameters())));
            } else if (member instanceof AnnotationMemberDeclaration attribute) {
                made.add(new SourceClass.Method(
                        attribute.getNameAsString(),
                        Map.of(),
                        List.of(),
                        TypeSyntax.of(attribute.getType()),
                        false,
                        true,
                        false));
            } else if (member instanceof TypeDeclaration<?> nested) {
                String name = made.name() + '.' + nested.getNameAsString();
                made.addNested(nested.getNameAsString(), declare(nested, name, made.bodyScope()));
            }
        }
    }

    private static void method(SourceClass made, MethodDeclaration method, boolean isInterface) {
        boolean isAbstract = method.isAbstract()
                || isInterface && method.getBody().isEmpty() && !method.isStatic() && !method.isPrivate();
        made.add(new SourceClass.Method(
                method.getNameAsString(),
                TypeSyntax.parameters(method.getTypeParameters()),
                parameters(method.getParameters()),
                TypeSyntax.of(method.getType()),
                method.isStatic(),
                isAbstract,
                isVarargs(method.getParameters())));
    }

    private static void enumMembers(SourceClass made, EnumDeclaration declaration, String name) {
        TypeRef self = TypeRef.of(name);
        for (EnumConstantDeclaration constant : declaration.getEntries()) {
            made.add(new SourceClass.Field(constant.getNameAsString(), self, true, null));
        }
        made.add(new SourceClass.Method("values", Map.of(), List.of(), self.arrayOf(), true, false, false));
        made.add(new SourceClass.Method("valueOf", Map.of(), List.of(TypeRef.STRING), self, true, false, false));
    }

    private static void recordMembers(SourceClass made, RecordDeclaration declaration) {
        List<TypeRef> components = parameters(declaration.getParameters());
        for (Parameter component : declaration.getParameters()) {
            String name = component.getNameAsString();
            if (!made.declaresMethod(name, 0)) {
                made.add(new SourceClass.Method(name, Map.of(), List.of(), type(component), false, false, false));
            }
        }
        if (!made.declaresMethod("<init>", components.size())) {
            made.add(new SourceClass.Method(
                    "<init>",
                    Map.of(),
                    components,
                    TypeRef.VOID,
                    false,
                    false,
                    isVarargs(declaration.getParameters())));
        }
    }

    private static boolean hasConstructor(TypeDeclaration<?> type) {
        for (BodyDeclaration<?> member : type.getMembers()) {
            if (member instanceof ConstructorDeclaration) {
                return true;
            }
        }
        return false;
    }

    static boolean isInterface(TypeDeclaration<?> type) {
        return type instanceof AnnotationDeclaration
                || type instanceof ClassOrInterfaceDeclaration declaration && declaration.isInterface();
    }

    static NodeList<TypeParameter> typeParameters(TypeDeclaration<?> type) {
        if (type instanceof ClassOrInterfaceDeclaration declaration) {
            return declaration.getTypeParameters();
        }
        return type instanceof RecordDeclaration declaration ? declaration.getTypeParameters() : new NodeList<>();
    }

    private static List<TypeRef> supertypes(TypeDeclaration<?> type, String name) {
        List<TypeRef> supertypes = new ArrayList<>(writtenSupertypes(type));
        if (type instanceof EnumDeclaration) {
            supertypes.add(0, new TypeRef(ENUM.name(), true, List.of(TypeRef.of(name)), 0));
        } else if (type instanceof RecordDeclaration) {
            supertypes.add(0, RECORD);
        } else if (type instanceof AnnotationDeclaration) {
            supertypes.add(ANNOTATION);
        }
        return supertypes;
    }

    static List<TypeRef> writtenSupertypes(TypeDeclaration<?> type) {
        List<TypeRef> supertypes = new ArrayList<>();
        if (type instanceof ClassOrInterfaceDeclaration declaration) {
            declaration.getExtendedTypes().forEach(parent -> supertypes.add(TypeSyntax.of(parent)));
            declaration.getImplementedTypes().forEach(parent -> supertypes.add(TypeSyntax.of(parent)));
        } else if (type instanceof EnumDeclaration declaration) {
            declaration.getImplementedTypes().forEach(parent -> supertypes.add(TypeSyntax.of(parent)));
        } else if (type instanceof RecordDeclaration declaration) {
            declaration.getImplementedTypes().forEach(parent -> supertypes.add(TypeSyntax.of(parent)));
        }
        return supertypes;
    }

    static List<TypeRef> parameters(NodeList<Parameter> parameters) {
        List<TypeRef> types = new ArrayList<>(parameters.size());
        for (Parameter parameter : parameters) {
            types.add(type(parameter));
        }
        return types;
    }

    static TypeRef type(Parameter parameter) {
        TypeRef type = TypeSyntax.of(parameter.getType());
        return parameter.isVarArgs() ? type.arrayOf() : type;
    }

    static boolean isVarargs(NodeList<Parameter> parameters) {
        return !parameters.isEmpty() && parameters.get(parameters.size() - 1).isVarArgs();
    }
}
