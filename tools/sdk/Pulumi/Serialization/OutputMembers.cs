using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The properties of a resource class that are marked with <see cref="OutputAttribute"/>.</summary>
internal static class OutputMembers
{
    private static readonly ConcurrentDictionary<Type, OutputMember[]> _members = new();
    private static readonly ConcurrentDictionary<Type, (PropertyInfo Property, string Name)[]> _declared = new();

    /// <summary>Fills the properties with outputs that resolve when the resource is registered.</summary>
    /// <param name="all">False leaves those of subclasses alone: a local component sets its own.</param>
    public static void Assign(Resource resource, bool all)
    {
        foreach (var member in _members.GetOrAdd(all ? resource.GetType() : typeof(Resource), Find))
        {
            member.Assign(resource);
        }
    }

    /// <summary>The current values of the properties that a component or stack declares as its outputs.</summary>
    public static IDictionary<string, object?> Read(Resource resource)
    {
        var declared = _declared.GetOrAdd(resource.GetType(), FindDeclared);
        var values = new Dictionary<string, object?>(declared.Length);
        foreach (var (property, name) in declared)
        {
            values.Add(name, property.GetValue(resource));
        }

        return values;
    }

    private static (PropertyInfo Property, string Name)[] FindDeclared(Type type)
    {
        var declared = new List<(PropertyInfo, string)>();
        foreach (var property in type.GetProperties())
        {
            if (property.DeclaringType != typeof(Resource) && property.GetCustomAttribute<OutputAttribute>() is { } attribute)
            {
                declared.Add((property, NameOf(property, attribute)));
            }
        }

        return [.. declared];
    }

    private static OutputMember[] Find(Type type)
    {
        var members = new List<OutputMember>();
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            if (property.GetCustomAttribute<OutputAttribute>() is { } attribute)
            {
                members.Add(new OutputMember(property, NameOf(property, attribute)));
            }
        }

        return [.. members];
    }

    private static string NameOf(PropertyInfo property, OutputAttribute attribute) =>
        string.IsNullOrWhiteSpace(attribute.Name) ? property.Name : attribute.Name;

    private sealed class OutputMember(PropertyInfo property, string name)
    {
        private readonly FieldInfo? _field = BackingFields.Of(property);
        private readonly OutputFactory _factory = OutputFactory.For(property.PropertyType);

        public void Assign(Resource resource)
        {
            var output = _factory.Create(resource.Properties, name);
            if (_field is null)
            {
                property.SetValue(resource, output);
            }
            else
            {
                _field.SetValue(resource, output);
            }
        }
    }
}

/// <summary>Makes outputs of a type that is only known at run time.</summary>
internal abstract class OutputFactory
{
    private static readonly ConcurrentDictionary<Type, OutputFactory> _factories = new();

    public static OutputFactory For(Type outputType) => _factories.GetOrAdd(outputType, static type =>
        type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(Output<>)
            ? (OutputFactory)Activator.CreateInstance(typeof(Of<>).MakeGenericType(type.GenericTypeArguments))!
            : throw new InvalidOperationException($"[Output] property of type {type.FullName} is not an Output<T>."));

    public abstract object Create(ResourceProperties properties, string name);

    private sealed class Of<T> : OutputFactory
    {
        public override object Create(ResourceProperties properties, string name) => new Output<T>(properties, name);
    }
}
