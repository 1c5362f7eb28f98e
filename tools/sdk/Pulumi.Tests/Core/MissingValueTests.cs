using static Pulumi.Tests.TestRun;

namespace Pulumi.Tests;

/// <summary>
/// What the published package does with values that are not there: a missing output is refused wherever it becomes an input, at
/// once or when the collection it is in resolves; a missing plain value and an input that was never set count as no value.
/// </summary>
public class MissingValueTests
{
    private static readonly Output<string> NoOutput = null!;
    private static readonly Input<string> NoInput = null!;

    // The name of the parameter is the published package's, by which its users search for the error.
    private static readonly Dictionary<string, (string Parameter, Action Make)> Refused = new()
    {
        ["Input from an Output"] = ("outputValue", () => _ = (Input<string>)NoOutput),
        ["Input of an argument from an Output"] = ("outputValue", () => _ = new ThingArgs { Text = NoOutput }),
        ["InputUnion from an Output of the union"] = ("outputValue", () => _ = (InputUnion<string, int>)(Output<Union<string, int>>)null!),
        ["InputList from an Output"] = ("outputValue", () => _ = (InputList<string>)NoOutput),
        ["InputList in a collection expression"] = ("outputValue", () => _ = new ThingArgs { Names = ["a", NoOutput] }),
        ["InputList in an initializer"] = ("outputValue", () => _ = new InputList<string> { "a", NoOutput }),
        ["InputList from an array of Outputs"] = ("outputValue", () => _ = (InputList<string>)new[] { NoOutput }),
        ["InputList from a List of Outputs"] = ("outputValue", () => _ = (InputList<string>)new List<Output<string>> { NoOutput }),
        ["InputList from an ImmutableArray of Outputs"] = ("outputValue", () => _ = (InputList<string>)ImmutableArray.Create(NoOutput)),
        ["InputList, no array"] = ("source", () => _ = (InputList<string>)(string[])null!),
        ["InputList, no array of Outputs"] = ("source", () => _ = (InputList<string>)(Output<string>[])null!),
        ["InputList, no array of Inputs"] = ("items", () => _ = (InputList<string>)(Input<string>[])null!),
        ["InputList, no List"] = ("items", () => _ = (InputList<string>)(List<string>)null!),
        ["InputList, no List of Outputs"] = ("items", () => _ = (InputList<string>)(List<Output<string>>)null!),
        ["InputList, no List of Inputs"] = ("items", () => _ = (InputList<string>)(List<Input<string>>)null!),
        ["InputList.Add, no array"] = ("items", () => new InputList<string>().Add((Input<string>[])null!)),
        ["InputMap in an index initializer"] = ("outputValue", () => _ = new InputMap<string> { ["a"] = NoOutput }),
        ["InputMap in an initializer"] = ("outputValue", () => _ = new InputMap<string> { { "a", NoOutput } }),
        ["Output.All of Outputs"] = ("outputValue", () => Output.All(Output.Create("a"), NoOutput)),
        ["Output.All of a List of Outputs"] = ("outputValue", () => Output.All(new List<Output<string>> { NoOutput })),
        ["Output.All, no array of Outputs"] = ("source", () => Output.All((Output<string>[])null!)),
        ["Output.All, no array of Inputs"] = ("items", () => Output.All((Input<string>[])null!)),
        ["Output.Tuple of Outputs, first"] = ("outputValue", () => Output.Tuple(NoOutput, Output.Create(1))),
        ["Output.Tuple of Outputs, last"] = ("outputValue", () => Output.Tuple(Output.Create(1), Output.Create(2), NoOutput)),
        ["Output.Create of a Task"] = ("value", () => Output.Create((Task<string>)null!)),
        ["Output.CreateSecret of a Task"] = ("value", () => Output.CreateSecret((Task<string>)null!)),
        ["Output.CreateSecret of an Output"] = ("value", () => Output.CreateSecret(NoOutput)),
        ["Output.JsonSerialize"] = ("value", () => Output.JsonSerialize(NoOutput)),
        ["Output.JsonDeserialize"] = ("json", () => Output.JsonDeserialize<string>(NoOutput)),
    };

    // The published package dereferences null here, so the kind of exception says nothing.
    private static readonly Dictionary<string, Action> Dereferenced = new()
    {
        ["Output from an Input"] = () => _ = (Output<string>)NoInput,
        ["InputUnion from an Output of its first type"] = () => _ = (InputUnion<string, int>)NoOutput,
        ["InputUnion from an Output of its second type"] = () => _ = (InputUnion<string, int>)(Output<int>)null!,
        ["InputList from an Output of an array"] = () => _ = (InputList<string>)(Output<string[]>)null!,
        ["InputList from an Output of a List"] = () => _ = (InputList<string>)(Output<List<string>>)null!,
        ["InputList from an Output of an ImmutableArray"] = () => _ = (InputList<string>)(Output<ImmutableArray<string>>)null!,
        ["InputList from a default ImmutableArray"] = () => _ = (InputList<string>)default(ImmutableArray<string>),
        ["InputList.AddRange"] = () => new InputList<string>().AddRange(null!),
        ["InputList.Concat"] = () => new InputList<string>().Concat(null!),
        ["InputMap from an Output of a Dictionary"] = () => _ = (InputMap<string>)(Output<Dictionary<string, string>>)null!,
        ["InputMap from an Output of an ImmutableDictionary"] = () => _ = (InputMap<string>)(Output<ImmutableDictionary<string, string>>)null!,
        ["InputMap.AddRange"] = () => new InputMap<string>().AddRange(null!),
        ["InputMap.Merge"] = () => InputMap<string>.Merge(null!, []),
        ["Output.Unsecret"] = () => Output.Unsecret(NoOutput),
        ["Output.Format"] = () => Output.Format(null!),
    };

    private static readonly Dictionary<string, Func<Task>> RefusedWhenResolved = new()
    {
        ["InputList from an Input"] = () => Resolve(NoInput),
        ["InputList from an array of Inputs"] = () => Resolve(new[] { NoInput }),
        ["InputList from a List of Inputs"] = () => Resolve(new List<Input<string>> { NoInput }),
        ["InputList from an ImmutableArray of Inputs"] = () => Resolve(ImmutableArray.Create(NoInput)),
        ["InputList.Add"] = () => Resolve(new InputList<string> { "a", NoInput }),
        ["InputList from an Output without an array"] = () => Resolve(Output.Create((string[])null!)),
        ["InputList from an Output without a List"] = () => Resolve(Output.Create((List<string>)null!)),
        ["InputMap from no Dictionary"] = () => ResolveMap((Dictionary<string, string>)null!),
        ["InputMap from an Output without a Dictionary"] = () => ResolveMap(Output.Create((Dictionary<string, string>)null!)),
        ["InputMap without a key"] = () => ResolveMap(new InputMap<string> { { null!, "a" } }),
        ["InputMap with the key of another InputMap"] = () => ResolveMap(new InputMap<string> { { "a", "1" }, new InputMap<string> { { "a", "1" } } }),
        ["Output.All of Inputs"] = () => ValueOf(Output.All("a", NoInput)),
        ["Output.Tuple of Inputs"] = () => ValueOf(Output.Tuple((Input<int>)1, NoInput)),
    };

    private static readonly Dictionary<string, Func<ThingArgs>> LeftOut = new()
    {
        ["Input from no text"] = () => new() { Text = (string)null! },
        ["Input from an object that is not there"] = () => new() { Part = (PartArgs)null! },
        ["Input that was never set"] = () => new() { Text = null },
        ["Input from an Output without a value"] = () => new() { Text = Output.Create((string)null!) },
        ["InputUnion from no text"] = () => new() { Either = (string)null! },
        ["InputUnion from an Input that was never set"] = () => new() { Either = NoInput },
        ["InputUnion from an Output without a value"] = () => new() { Either = Output.Create((string)null!) },
        ["default InputUnion"] = () => new() { Either = new() },
        ["secret Input that was never set"] = () => new() { Password = null },
        ["object whose members were never set"] = () => new() { Part = (PartArgs)null! },
    };

    public static TheoryData<string> RefusedCases => [.. Refused.Keys];

    public static TheoryData<string> DereferencedCases => [.. Dereferenced.Keys];

    public static TheoryData<string> RefusedWhenResolvedCases => [.. RefusedWhenResolved.Keys];

    public static TheoryData<string> LeftOutCases => [.. LeftOut.Keys];

    [Theory]
    [MemberData(nameof(RefusedCases))]
    public void MissingValue_IsRefusedByName(string conversion)
    {
        var (parameter, make) = Refused[conversion];

        Assert.Equal(parameter, Assert.Throws<ArgumentNullException>(make).ParamName);
    }

    [Theory]
    [MemberData(nameof(DereferencedCases))]
    public void MissingValue_IsRefused(string conversion) => Assert.NotNull(Record.Exception(Dereferenced[conversion]));

    [Theory]
    [MemberData(nameof(RefusedWhenResolvedCases))]
    public async Task MissingPart_IsRefusedWhenTheWholeResolves(string conversion) =>
        Assert.NotNull(await Record.ExceptionAsync(RefusedWhenResolved[conversion]));

    [Theory]
    [MemberData(nameof(LeftOutCases))]
    public async Task MissingValue_OfAnInputIsNotSent(string conversion) => Assert.Empty(await InputsOfAsync(LeftOut[conversion]));

    [Fact]
    public async Task MissingPart_OfAListFailsTheRun() =>
        Assert.NotEmpty(await FailureAsync(() => _ = new Thing("thing", new ThingArgs { Names = [NoInput] })));

    [Fact]
    public async Task MissingText_OfAnOptionFailsTheRun()
    {
        var options = new CustomResourceOptions { IgnoreChanges = ["a", null!] };

        Assert.NotEmpty(await FailureAsync(() => _ = new Thing("thing", options: options)));
    }

    [Fact]
    public async Task MissingResource_OfDependsOnIsNoDependency() =>
        Assert.Single((await UpdateAsync(() => _ = new Thing("thing", options: new() { DependsOn = [(Resource)null!] }))).Resources);

    [Fact]
    public async Task MissingText_InAListOfTextsIsKept() =>
        Assert.Equal<string?>(["a", null], await ValueOf<ImmutableArray<string>>(new InputList<string> { "a", (string)null! }));

    [Fact]
    public async Task EntryOfAMap_ThatWasNeverSetIsNotSent()
    {
        var inputs = await InputsOfAsync(() => new ThingArgs { Tags = { ["a"] = "1", ["b"] = NoInput, ["c"] = (string)null! } });

        Assert.Equal(["a"], Assert.IsType<ImmutableDictionary<string, object>>(inputs["tags"]).Keys);
    }

    [Fact]
    public async Task EntryOfAMap_ThatWasNeverSetCountsAsTheDefault()
    {
        var values = await ValueOf<ImmutableDictionary<string, int>>(new InputMap<int> { ["a"] = (Input<int>)null! });

        Assert.Equal(0, values["a"]);
    }

    [Fact]
    public async Task MapOfAnOutputWithoutAValue_IsNotSent() =>
        Assert.Empty(await InputsOfAsync(() => new ThingArgs { Tags = Output.Create((ImmutableDictionary<string, string>)null!) }));

    [Fact]
    public async Task ListOfAnOutputWithADefaultArray_IsSentEmpty()
    {
        var inputs = await InputsOfAsync(() => new ThingArgs { Names = Output.Create(default(ImmutableArray<string>)) });

        Assert.Empty(Assert.IsType<ImmutableArray<object>>(inputs["names"]));
    }

    [Fact]
    public async Task MissingHole_OfAFormatIsEmpty() =>
        Assert.Equal("a--b", await ValueOf(Output.Format($"a-{NoOutput}{NoInput}{(string?)null}-b")));

    [Fact]
    public async Task MissingResult_OfApplyIsTheDefault()
    {
        Assert.Null(await ValueOf(Output.Create(1).Apply(_ => NoInput)));
        Assert.Null(await ValueOf(Output.Create(1).Apply(_ => NoOutput)));
    }

    [Fact]
    public async Task RequiredInput_MayResolveToNothing()
    {
        var mocks = await UpdateAsync(() => _ = new Strict("strict", new StrictArgs { Target = (string)null! }));

        Assert.Empty(mocks["strict"].Inputs);
    }

    private static Task Resolve(InputList<string> list) => ValueOf<ImmutableArray<string>>(list);

    private static Task ResolveMap(InputMap<string> map) => ValueOf<ImmutableDictionary<string, string>>(map);
}
